import type { RandomStream } from './random.js';
import type { SectorCode } from './sectors.js';
import { TRADE_WORDS } from './trade-words.js';

const WORDS = [
  ...['Acorn', 'Alder', 'Amber', 'Aqueduct', 'Ardent', 'Ayo', 'Bahar', 'Barley', 'Beacon', 'Birch'],
  ...['Bluebell', 'Bramble', 'Bright', 'Cariad', 'Cedar', 'Chime', 'Cinder', 'Cobalt'],
  ...['Cobble', 'Copper', 'Curlew', 'Dapple', 'Dove', 'Drumlin', 'Ember', 'Fathom', 'Fern'],
  ...['Finch', 'Flint', 'Foxglove', 'Garnet', 'Gosling', 'Halcyon', 'Harbour', 'Hawthorn', 'Hazel'],
  ...['Heron', 'Hive', 'Ingot', 'Iskra', 'Jasmin', 'Jasna', 'Juniper', 'Kestrel', 'Kite'],
  ...['Lantern', 'Lapwing', 'Larch', 'Lumière', 'Lyric', 'Magpie', 'Mallow', 'Maple', 'Marigold'],
  ...['Mosaic', 'Moss', 'Northlight', 'Nimbus', 'Noor', 'Oakum', 'Olive'],
  ...['Onyx', 'Orchard', 'Osprey', 'Otter', 'Pebble', 'Pepper', 'Petal', 'Plover'],
  ...['Quayside', 'Quill', 'Raven', 'Redbrick', 'Ripple', 'Robin', 'Rowan', 'Saffron'],
  ...['Sakura', 'Sitara', 'Skylark', 'Slate', 'Sorrel', 'Sparrow', 'Starling', 'Swift', 'Tallow'],
  ...['Tamarind', 'Thistle', 'Tidal', 'Tulip', 'Umoja', 'Verve', 'Viaduct', 'Wagtail', 'Willow'],
  ...['Winter', 'Wren', 'Yarrow', 'Zahra', 'Zephyr', 'Żubr'],
];
const BEGINNINGS = 'Al Ar Bel Bri Cal Cor Dal Des Ef El Fen Gal Hal In Jo Kel Lu Mar Nor Or Pel Quo Ras Sel Tal Tri Ul Vel Wyn Zan'.split(' '); // prettier-ignore
const MIDDLES = 'a e i o u an el en il or und iv om av eth'.split(' ');
const ENDINGS = 'bex dara dria fex gon kia lix mora nex nova ra rix ron sta tek tis tora va vex ya'.split(' '); // prettier-ignore

/** Invented names, each given once. */
export class NameGiver {
  private readonly given = new Set<string>();

  constructor(private readonly random: RandomStream) {}

  name(sector: SectorCode): { name: string; category: string } {
    const { ending, category } = legalForm(sector, this.random);
    const trade = this.random.pick(tradeWords(sector));
    for (;;) {
      const name = `${this.firstWords()} ${trade}${ending}`;
      if (this.given.has(name)) continue;
      this.given.add(name);
      return { name, category };
    }
  }

  private firstWords(): string {
    const { random } = this;
    const form = random.fraction();
    if (form < 0.2) return random.pick(WORDS);
    if (form < 0.6) return coinWord(random);
    if (form < 0.8) return twoWords(random);
    return `${random.pick(WORDS)} & ${coinWord(random)}`;
  }
}

function coinWord(random: RandomStream): string {
  return random.pick(BEGINNINGS) + random.pick(MIDDLES) + random.pick(ENDINGS);
}

function twoWords(random: RandomStream): string {
  const first = random.below(WORDS.length);
  const second = (first + 1 + random.below(WORDS.length - 1)) % WORDS.length;
  return `${WORDS[first]!} ${WORDS[second]!}`;
}

function tradeWords(sector: SectorCode): readonly string[] {
  for (let length = sector.length; length > 0; length--) {
    const words = TRADE_WORDS[sector.slice(0, length)];
    if (words) return words;
  }
  throw new RangeError(`no words for the trade ${sector}`);
}

const LIMITED = { ending: ' Ltd', category: 'Private Limited Company' };

/** In the words of Companies House. */
function legalForm(sector: SectorCode, random: RandomStream): typeof LIMITED {
  const form = random.fraction();
  if (/^(69|71111)/.test(sector) && form < 0.3) {
    return { ending: ' LLP', category: 'Limited Liability Partnership' };
  }
  if (/^(88|90|94)/.test(sector) && form < 0.3) {
    return { ending: ' CIC', category: 'Community Interest Company' };
  }
  if (form > 0.995) return { ending: ' plc', category: 'Public Limited Company' };
  return form < 0.4 ? { ...LIMITED, ending: ' Limited' } : LIMITED;
}
