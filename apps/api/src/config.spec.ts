import { readConfig } from './config.js';

describe('readConfig', () => {
  it('listens on this machine only, on port 3000, unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, mapTileUrl: null });
  });

  it('names every variable that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'eighty', MAP_TILE_URL: 'https://tiles.example' })).toThrow(
      /PORT.*MAP_TILE_URL/,
    );
  });
});
