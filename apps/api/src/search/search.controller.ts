import { SearchQuery, type SearchResults } from '@cluster-atlas/contract';
import { search } from '@cluster-atlas/data';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';

@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly database: Database) {}

  @Get()
  search(@Query(valid(SearchQuery)) { q }: z.infer<typeof SearchQuery>): Promise<SearchResults> {
    return search(this.database.source, q);
  }
}
