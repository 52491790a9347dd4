import type { ClusterMember, KeptMember } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { BusinessItem } from '../businesses/business-item.js';
import { formatMembership } from '../strings/figures.js';

/** A business, and how it belongs to the cluster. */
export function ClusterMemberItem({ member }: { member: ClusterMember }) {
  return <BusinessItem business={member} remark={useMembershipWords(member)} />;
}

/** `core · membership 0.83`. */
export function useMembershipWords({
  membership,
  probability,
}: Pick<KeptMember, 'membership' | 'probability'>): string {
  const { t } = useTranslation();
  const words = [
    membership === null ? t('members.unknown') : t(`members.${membership}`),
    probability !== null &&
      t('members.probability', { probability: formatMembership(probability) }),
  ];
  return words.filter(Boolean).join(' · ');
}
