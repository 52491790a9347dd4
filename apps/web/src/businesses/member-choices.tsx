import { useTranslation } from 'react-i18next';
import { LabelledSelect } from '../clusters/labelled-select.js';

/** As the API names them; empty: as they were entered, and all. */
export interface MemberChoice {
  sort: 'name' | 'jobs' | 'membership' | 'distance' | '';
  membership: 'core' | 'border' | '';
}

export const EVERY_MEMBER: MemberChoice = { sort: '', membership: '' };

interface MemberChoicesProps {
  orders: readonly MemberChoice['sort'][];
  /** Whether core and border are told apart. */
  hasBorder: boolean;
  choice: MemberChoice;
  onChoose: (choice: MemberChoice) => void;
}

/** In which order members are listed, and which of them. */
export function MemberChoices({ orders, hasBorder, choice, onChoose }: MemberChoicesProps) {
  const { t } = useTranslation();
  const { sort, membership } = choice;
  return (
    <div className="member-choices">
      <LabelledSelect
        label={t('members.order')}
        value={sort}
        options={(['', ...orders] as const).map((each) => [
          each,
          t(`members.orders.${each || 'entered'}`),
        ])}
        onChange={(chosen) => onChoose({ ...choice, sort: chosen })}
      />
      {hasBorder && (
        <LabelledSelect
          label={t('members.which')}
          value={membership}
          options={(['', 'core', 'border'] as const).map((each) => [
            each,
            t(`members.kinds.${each || 'all'}`),
          ])}
          onChange={(chosen) => onChoose({ ...choice, membership: chosen })}
        />
      )}
    </div>
  );
}
