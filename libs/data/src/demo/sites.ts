import { fromNationalGrid, toNationalGrid } from '@cluster-atlas/geo';
import { buildingName, houseName } from './building-names.js';
import type { Coordinates, District, Ground } from './districts.js';
import { WeightedChoice, type RandomStream } from './random.js';

/** Metres in EPSG:27700 beside degrees in EPSG:4326. */
export interface Building extends Coordinates {
  address: string;
  easting: number;
  northing: number;
}

/** Where towns leave room for a digital district. Metres, EPSG:27700. */
export interface Clearing {
  easting: number;
  northing: number;
  radius: number;
  of: 'digital' | 'all';
}

export function clearingOf({ grounds, clearing }: District): Clearing | null {
  const [ground] = grounds;
  if (!clearing || !ground) return null;
  const { longitude, latitude } = ground.centre;
  return { ...toNationalGrid(longitude, latitude), ...clearing };
}

/** The buildings of a district; more are built as its businesses need them. */
export class Sites {
  private readonly grounds: readonly BuiltGround[];
  private readonly byShare: WeightedChoice<BuiltGround>;

  constructor(
    { name, grounds }: Pick<District, 'name' | 'grounds'>,
    private readonly clearings: readonly Clearing[],
    private readonly random: RandomStream,
  ) {
    this.grounds = grounds.map((ground) => new BuiltGround(ground, name, random));
    this.byShare = new WeightedChoice(this.grounds.map((ground) => [ground, ground.share]));
  }

  /** A building for one more business. */
  choose(isDigital: boolean): Building {
    return this.find(isDigital, () => this.byShare.at(this.random.fraction()));
  }

  /** The same, on the first of the grounds. */
  chooseCentral(isDigital: boolean): Building {
    return this.find(isDigital, () => this.grounds[0]!);
  }

  private find(isDigital: boolean, drawGround: () => BuiltGround): Building {
    const isOpen = (building: Building) =>
      !this.clearings.some((clearing) => isKeptOut(building, clearing, isDigital));
    for (;;) {
      const building = drawGround().draw(isOpen);
      if (building) return building;
    }
  }
}

class BuiltGround {
  readonly share: number;
  private readonly buildings: Building[];
  private readonly origin: { easting: number; northing: number };

  constructor(
    private readonly ground: Ground,
    private readonly place: string,
    private readonly random: RandomStream,
  ) {
    this.share = ground.share;
    this.origin = toNationalGrid(ground.centre.longitude, ground.centre.latitude);
    this.buildings = (ground.buildings ?? []).map(({ name, longitude, latitude }) =>
      buildingAt(toNationalGrid(longitude, latitude), name),
    );
  }

  /** @returns null if what was drawn is not open to the business */
  draw(isOpen: (building: Building) => boolean): Building | null {
    const { random, buildings } = this;
    const isShared = buildings.length > 0 && random.chance(this.ground.sharing);
    const building = isShared ? random.pick(buildings) : this.build();
    if (!isOpen(building)) return null;
    if (!isShared) buildings.push(building);
    return building;
  }

  private build(): Building {
    const { shape, radius, sharing } = this.ground;
    const { x, y } = shape === 'disc' ? this.random.discPoint() : this.random.bellPoint();
    const easting = this.origin.easting + x * radius;
    const northing = this.origin.northing + y * radius;
    const name = sharing < 0.5 ? houseName(this.random) : buildingName(this.random);
    return buildingAt({ easting, northing }, `${name}, ${this.place}`);
  }
}

/** To a decimetre. */
function buildingAt(position: { easting: number; northing: number }, address: string): Building {
  const easting = Math.round(position.easting * 10) / 10;
  const northing = Math.round(position.northing * 10) / 10;
  return { address, easting, northing, ...fromNationalGrid(easting, northing) };
}

function isKeptOut(building: Building, clearing: Clearing, isDigital: boolean): boolean {
  if (clearing.of === 'digital' && !isDigital) return false;
  const { easting, northing, radius } = clearing;
  return Math.hypot(building.easting - easting, building.northing - northing) <= radius;
}
