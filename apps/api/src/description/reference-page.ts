interface Parameter {
  name: string;
  in: string;
  description?: string;
  schema: { type?: string; enum?: string[]; default?: unknown };
}

interface Operation {
  summary: string;
  tags: string[];
  parameters: Parameter[];
  responses: Record<string, { content: Record<string, { schema?: object }> }>;
}

interface ApiDescription {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
}

/** The API description as one page that needs no script. */
export function referencePage(description: ApiDescription): string {
  const { info, paths } = description;
  const sections = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) =>
      operationSection(method, path, operation),
    ),
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(info.title)} API</title><style>${STYLE}</style></head>
<body><main><h1>${escape(info.title)} API, version ${escape(info.version)}</h1>
<p>${escape(info.description)} The same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${sections.join('\n')}</main></body></html>`;
}

function operationSection(method: string, path: string, operation: Operation): string {
  const parameters = operation.parameters.map(
    ({ name, in: place, description, schema }) =>
      `<tr><th scope="row"><code>${escape(name)}</code></th><td>${escape(place)}</td>` +
      `<td>${escape(typeOf(schema))}</td><td>${escape(description ?? '')}</td></tr>`,
  );
  const table = `<div class="wide" tabindex="0" role="region" aria-label="Parameters of ${escape(path)}"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Values</th><th scope="col">Meaning</th></tr></thead>
<tbody>${parameters.join('')}</tbody></table></div>`;
  const [mediaType, body] = Object.entries(operation.responses['200']?.content ?? {})[0] ?? [
    '',
    {},
  ];
  const schema = body.schema
    ? `<details><summary>Schema of the answer</summary><pre tabindex="0">${escape(JSON.stringify(body.schema, null, 2))}</pre></details>`
    : '';
  return `<section><h2><code>${method.toUpperCase()} ${escape(path)}</code></h2>
<p>${escape(operation.summary)}</p>${parameters.length > 0 ? table : ''}
<p>Answers <code>${escape(mediaType)}</code>.</p>${schema}</section>`;
}

function typeOf({ type, enum: values, default: standard }: Parameter['schema']): string {
  const text = values ? values.join(' | ') : (type ?? '');
  return standard === undefined ? text : `${text} (default ${JSON.stringify(standard)})`;
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
a { color: inherit; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
section { border-top: 1px solid; margin-top: 2rem; }
h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; } th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; }
pre { overflow: auto; max-height: 30rem; padding: 0.5rem; border: 1px solid; }`;
