import { PostcodeQuestion, type PostcodePositions } from '@cluster-atlas/contract';
import { locatePostcodes } from '@cluster-atlas/data';
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';

@Controller('api/v1/postcodes')
export class PostcodesController {
  constructor(private readonly database: Database) {}

  /** A body, not a query: addresses are logged, by proxies too. */
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  locate(@Body(valid(PostcodeQuestion)) question: PostcodeQuestion): Promise<PostcodePositions> {
    return locatePostcodes(this.database.source, question.postcodes);
  }
}
