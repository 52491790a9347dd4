import type { AddressList } from '@cluster-atlas/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiAddress } from '../explorer/figure-source.js';
import { formatCount, formatKnown } from '../strings/figures.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';

type Address = AddressList['items'][number];

const FIRST = 6;

interface AddressSectionProps {
  addresses: AddressList;
  parameters: URLSearchParams;
}

/** The addresses that most businesses share, and which of them are left out. */
export function AddressSection({ addresses: { items }, parameters }: AddressSectionProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  if (items.length === 0) return <p>{t('trust.addressesNone')}</p>;
  const hasRegistrations = items.some(({ registrations }) => registrations !== null);
  const leftOut = items.filter(({ isLeftOut }) => isLeftOut).length;
  return (
    <>
      <p className="note">{t('trust.addressesMeaning')}</p>
      <p>
        {leftOut === 0
          ? t('trust.massNone')
          : t('trust.massLeftOut', { count: leftOut, formatted: formatCount(leftOut) })}
      </p>
      <ScrolledTable name={t('trust.addresses')}>
        <thead>
          <tr>
            <th scope="col">{t('trust.address')}</th>
            <th scope="col">{t('trust.businesses')}</th>
            {hasRegistrations && <th scope="col">{t('trust.registrations')}</th>}
            <th scope="col">{t('trust.leftOut')}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, isWhole ? items.length : FIRST).map((item) => (
            <AddressRow key={`${item.easting},${item.northing}`} {...{ item, hasRegistrations }} />
          ))}
        </tbody>
      </ScrolledTable>
      {items.length > FIRST && (
        <button type="button" className="button quiet" onClick={() => setIsWhole(!isWhole)}>
          {isWhole
            ? t('clusters.fewer')
            : t('clusters.all', { formatted: formatCount(items.length) })}
        </button>
      )}
      <p>
        <a href={apiAddress('coverage/addresses.csv', parameters)} download="addresses.csv">
          {t('trust.addressFile')}
        </a>
      </p>
    </>
  );
}

interface AddressRowProps {
  item: Address;
  hasRegistrations: boolean;
}

function AddressRow({ item, hasRegistrations }: AddressRowProps) {
  const { t } = useTranslation();
  const { postcode, address, businesses, registrations, isMassAddress, isLeftOut } = item;
  const words = isMassAddress ? t('trust.isIncluded') : t('trust.isCounted');
  return (
    <tr>
      <th scope="row" className="wrapped">
        {postcode ?? address ?? t('trust.addressUnknown')}
        {postcode !== null && address !== null && <span className="note"> {address}</span>}
      </th>
      <td>{formatCount(businesses)}</td>
      {hasRegistrations && <td>{formatKnown(registrations, formatCount)}</td>}
      <td>{isLeftOut ? t('trust.isLeftOut') : words}</td>
    </tr>
  );
}
