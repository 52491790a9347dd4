import { GridLayer, type Coords, type DoneCallback, type GridLayerOptions } from 'leaflet';

interface DataTileOptions<Data> extends GridLayerOptions {
  /** Path of the tiles before `/z/x/y`. */
  path: string;
  decode: (buffer: ArrayBuffer) => Data;
  /** Pixels around the tile on which its drawing may lie. */
  margin: number;
  draw: (context: CanvasRenderingContext2D, tile: DrawnTile<Data>) => void;
  onProblem: (error: unknown) => void;
}

export interface DrawnTile<Data> {
  data: Data;
  coords: Coords;
  /** Pixels. */
  size: number;
}

interface Tile<Data> {
  canvas: HTMLCanvasElement;
  coords: Coords;
  data: Data | null;
  request: AbortController;
}

/**
 * Tiles of data that are drawn here, on canvases as fine as the screen.
 *
 * Under another query each tile keeps its drawing until the new data is there, so nothing flickers.
 */
export class DataTileLayer<Data> extends GridLayer {
  private readonly shown = new Map<string, Tile<Data>>();
  private pending = 0;

  constructor(
    private readonly settings: DataTileOptions<Data>,
    private query: string,
  ) {
    super({ noWrap: true, keepBuffer: 1, ...settings });
    this.on('tileunload', ({ coords }) => this.forget(coords));
  }

  /** Shows another selection. */
  select(query: string): void {
    if (query === this.query) return;
    this.query = query;
    for (const tile of this.shown.values()) void this.load(tile);
  }

  /** Also while tiles that are there get the data of another selection. */
  override isLoading(): boolean {
    return this.pending > 0 || super.isLoading();
  }

  /** Draws what is there anew, for example in other colours. */
  repaint(): void {
    for (const tile of this.shown.values()) this.paint(tile);
  }

  /** The data on the map at its present zoom. */
  tiles(): DrawnTile<Data>[] {
    const size = this.getTileSize().x;
    return [...this.shown.values()].flatMap(({ data, coords }) =>
      data !== null && coords.z === this._tileZoom ? [{ data, coords, size }] : [],
    );
  }

  override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    const { margin } = this.settings;
    const element = document.createElement('div');
    const canvas = document.createElement('canvas');
    const side = this.getTileSize().x + 2 * margin;
    const scale = window.devicePixelRatio || 1;
    canvas.width = side * scale;
    canvas.height = side * scale;
    canvas.style.cssText = `position:absolute;inset:${-margin}px;width:${side}px;height:${side}px`;
    element.append(canvas);
    const tile = { canvas, coords, data: null, request: new AbortController() };
    this.shown.set(name(coords), tile);
    void this.load(tile).then(() => done(undefined, element));
    return element;
  }

  private async load(tile: Tile<Data>): Promise<void> {
    tile.request.abort();
    const request = new AbortController();
    tile.request = request;
    this.pending += 1;
    try {
      const { z, x, y } = tile.coords;
      const query = this.query === '' ? '' : `?${this.query}`;
      const response = await fetch(`${this.settings.path}/${z}/${x}/${y}${query}`, {
        signal: request.signal,
      });
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      const buffer = await response.arrayBuffer();
      if (request.signal.aborted) return;
      tile.data = buffer.byteLength === 0 ? null : this.settings.decode(buffer);
      this.paint(tile);
    } catch (error) {
      if (!request.signal.aborted) this.settings.onProblem(error);
    } finally {
      this.pending -= 1;
      if (!this.isLoading()) this.fire('load');
    }
  }

  private paint({ canvas, coords, data }: Tile<Data>): void {
    const context = canvas.getContext('2d')!;
    const { margin } = this.settings;
    const size = this.getTileSize().x;
    const scale = canvas.width / (size + 2 * margin);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, size + 2 * margin, size + 2 * margin);
    context.translate(margin, margin);
    if (data !== null) this.settings.draw(context, { data, coords, size });
  }

  private forget(coords: Coords): void {
    this.shown.get(name(coords))?.request.abort();
    this.shown.delete(name(coords));
  }
}

function name({ z, x, y }: Coords): string {
  return `${z}/${x}/${y}`;
}
