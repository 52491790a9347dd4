/**
 * Tells zod not to try `new Function`, which the server's Content-Security-Policy forbids and
 * browsers would report. To be imported before anything that makes schemas.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
