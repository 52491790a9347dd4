import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { MemberList } from '../businesses/member-list.js';
import { KeptMemberItem } from './kept-member-item.js';

interface KeptMembersProps {
  /** Its id. */
  run: string;
  /** Of the cluster in that run. */
  slug: string;
  /** By which the run found clusters. */
  method: unknown;
}

const NO_FILTERS = new URLSearchParams();

/** The businesses of a cluster of a kept run. */
export function KeptMembers({ run, slug, method }: KeptMembersProps) {
  const { t } = useTranslation();
  const path = `analyses/${run}/clusters/${encodeURIComponent(slug)}/members`;
  const meaning = t(method === 'hdbscan' ? 'members.hdbscan' : 'members.dbscan');
  return (
    <MemberList
      title={t('clusters.members')}
      note={`${t('members.kept')} ${meaning}`}
      path={path}
      parameters={NO_FILTERS}
      orders={['name', 'jobs', 'membership']}
      hasBorder={method === 'dbscan'}
      ask={(request) => api.keptMembers(path, request)}
    >
      {(member) => <KeptMemberItem member={member} />}
    </MemberList>
  );
}
