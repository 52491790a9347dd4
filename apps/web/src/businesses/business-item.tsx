import type { BusinessSummary } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { en } from '../strings/en.js';
import { formatCount, formatCountRange, formatDate } from '../strings/figures.js';

interface BusinessItemProps {
  /** It may be nowhere on the map. */
  business: Omit<BusinessSummary, 'precision' | 'longitude' | 'latitude'> & {
    precision: string | null;
  };
  /** Left out where the list is grouped by it. */
  hasSector?: boolean;
  /** What else is to be said, for example how far away it is. */
  remark?: string;
}

/** What the register and its owner say of a business, in two lines. */
export function BusinessItem({ business, hasSector = true, remark }: BusinessItemProps) {
  const { t } = useTranslation();
  const { name, status, startedOn, postcode, sector, precision, isMassAddress } = business;
  const employees = employeeRange(business);
  const facts = [
    postcode,
    isMassAddress && t('businesses.massAddress'),
    precision !== null &&
      isPrecision(precision) &&
      precision !== 'unit' &&
      t(`businesses.precisions.${precision}`),
    status,
    startedOn && t('businesses.since', { date: formatDate(startedOn) }),
    employees && t('businesses.employees', { range: employees }),
    remark,
  ].filter(Boolean);
  return (
    <div className="business">
      <span className="business-name">{name}</span>
      {hasSector && <span>{sector?.title ?? t('businesses.noSector')}</span>}
      <span className="note">{facts.join(' · ')}</span>
    </div>
  );
}

/** `7`, `10–49` or `250+`; null where nothing is stated. */
function employeeRange({
  jobsLow,
  jobsHigh,
}: Pick<BusinessSummary, 'jobsLow' | 'jobsHigh'>): string | null {
  if (jobsLow === null) return null;
  return jobsHigh === null ? `${formatCount(jobsLow)}+` : formatCountRange(jobsLow, jobsHigh);
}

function isPrecision(precision: string): precision is keyof typeof en.businesses.precisions {
  return precision in en.businesses.precisions;
}
