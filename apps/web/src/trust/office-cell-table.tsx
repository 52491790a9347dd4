import type { OfficeCells } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatCount, formatDensity, formatDistance, formatSigned } from '../strings/figures.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';

export type OfficeCell = OfficeCells['items'][number];

interface OfficeCellTableProps {
  /** At least one; all are about as wide. */
  cells: readonly OfficeCell[];
  /** They belong to the choices before, and cannot be pressed. */
  isStale: boolean;
  onLocate: (cell: OfficeCell) => void;
}

/** Cells of the difference: where, as a button that shows it, and how many are registered and trade there. */
export function OfficeCellTable({ cells, isStale, onLocate }: OfficeCellTableProps) {
  const { t } = useTranslation();
  const caption = t('trust.cellsCaption', { side: formatDistance(sideOf(cells)) });
  return (
    <ScrolledTable name={caption}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trust.cell')}</th>
          <th scope="col">{t('trust.difference')}</th>
          <th scope="col">{t('trust.registered')}</th>
          <th scope="col">{t('trust.trading')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <CellRow key={`${cell.easting},${cell.northing}`} {...{ cell, isStale, onLocate }} />
        ))}
      </tbody>
    </ScrolledTable>
  );
}

interface CellRowProps {
  cell: OfficeCell;
  isStale: boolean;
  onLocate: (cell: OfficeCell) => void;
}

function CellRow({ cell, isStale, onLocate }: CellRowProps) {
  const { t } = useTranslation();
  const { area, beside, registered, trading, difference, differencePerKm2 } = cell;
  const grid = t('trust.cellGrid', {
    easting: Math.round(cell.easting),
    northing: Math.round(cell.northing),
  });
  const name = beside ?? area ?? grid;
  const details = [area, grid].filter((detail) => detail !== null && detail !== name);
  return (
    <tr>
      <th scope="row" className="wrapped">
        <button
          type="button"
          className="link-button"
          aria-label={t('trust.cellLocate', { name: name === grid ? name : `${name}, ${grid}` })}
          aria-disabled={isStale}
          onClick={() => onLocate(cell)}
        >
          {name}
        </button>
        {details.map((detail) => (
          <span key={detail} className="note">
            {detail}
          </span>
        ))}
      </th>
      <td>
        {formatSigned(difference, formatCount)}
        <span className="note">
          {t('trust.cellPerKm2', { difference: formatSigned(differencePerKm2, formatDensity) })}
        </span>
      </td>
      <td>{formatCount(registered)}</td>
      <td>{formatCount(trading)}</td>
    </tr>
  );
}

/** To two figures: a square of the web map is a little wider in the south. */
function sideOf(cells: readonly OfficeCell[]): number {
  return Number(cells[0]!.sideMetres.toPrecision(2));
}
