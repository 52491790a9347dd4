import { Controller, Get, Header } from '@nestjs/common';
import { describeApi } from './openapi.js';
import { referencePage } from './reference-page.js';

@Controller('api')
export class DescriptionController {
  private readonly description = describeApi();
  private readonly page = referencePage(
    this.description as unknown as Parameters<typeof referencePage>[0],
  );

  @Get('v1/openapi.json')
  openapi(): Record<string, unknown> {
    return this.description;
  }

  @Get('docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  docs(): string {
    return this.page;
  }
}
