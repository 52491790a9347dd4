import type { ClusterMember } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { BusinessItem } from '../businesses/business-item.js';
import { formatMembership } from '../strings/figures.js';

/** A business, and how it belongs to the cluster: `core · membership 0.83`. */
export function ClusterMemberItem({ member }: { member: ClusterMember }) {
  const { t } = useTranslation();
  const { membership, probability } = member;
  const words = [
    t(`members.${membership}`),
    probability !== null &&
      t('members.probability', { probability: formatMembership(probability) }),
  ];
  return <BusinessItem business={member} remark={words.filter(Boolean).join(' · ')} />;
}
