import { describeApi } from './openapi.js';
import { referencePage } from './reference-page.js';

interface Parameter {
  name: string;
  in: string;
  schema: object;
}

const description = describeApi() as {
  openapi: string;
  paths: Record<string, Record<string, { parameters: Parameter[] }>>;
};

it('describes the parameters as a client writes them', () => {
  const { parameters } = description.paths['/api/v1/density/{place}']!['get']!;

  expect(parameters.find(({ name }) => name === 'place')).toMatchObject({ in: 'path' });
  expect(parameters.find(({ name }) => name === 'radii')).toMatchObject({
    in: 'query',
    schema: { type: 'string' },
  });
});

it('is OpenAPI 3.1', () => {
  expect(description.openapi).toBe('3.1.0');
});

it('shows every route on the reference page', () => {
  const page = referencePage(describeApi() as unknown as Parameters<typeof referencePage>[0]);

  const routes = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

  for (const route of routes) expect(page).toContain(route);
});
