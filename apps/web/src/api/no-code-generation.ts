/**
 * Tells zod not to try `new Function`, which the server's Content-Security-Policy forbids and
 * browsers would report. To be imported before anything that makes schemas: so no part of the page
 * that is loaded later may import schemas, or the bundler puts them into a file that runs first.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
