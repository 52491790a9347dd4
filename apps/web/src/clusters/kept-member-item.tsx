import type { KeptMember } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { BusinessItem } from '../businesses/business-item.js';
import { formatDate } from '../strings/figures.js';
import { useMembershipWords } from './cluster-member-item.js';

/** Who was in a cluster when its run was kept, as the directory has them now. */
export function KeptMemberItem({ member }: { member: KeptMember }) {
  const { t } = useTranslation();
  const membership = useMembershipWords(member);
  const { business, state } = member;
  if (!business) {
    return (
      <div className="business">
        <span className="business-name">{t('members.gone')}</span>
        <span className="note">{membership}</span>
      </div>
    );
  }
  const words = [
    state === 'ended' && t('members.ended', { date: formatDate(business.endedOn!) }),
    business.longitude === null && t('members.unplaced'),
    membership,
  ];
  return <BusinessItem business={business} remark={words.filter(Boolean).join(' · ')} />;
}
