import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/client.js';

export function LoadingState() {
  const { t } = useTranslation();
  return (
    <p className="loading" role="status">
      {t('app.loading')}
    </p>
  );
}

interface ProblemStateProps {
  error: Error;
  onRetry: () => void;
}

/** What went wrong in the API's words, where it has any, and a way on. */
export function ProblemState({ error, onRetry }: ProblemStateProps) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <div className="problem" role="alert">
      <strong>{t('app.failed')}</strong>
      <p>{problem?.detail ?? problem?.title ?? t('app.unreachable')}</p>
      {problem?.errors && (
        <ul>
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer}>
              {pointer}: {detail}
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="button" onClick={onRetry}>
        {t('app.retry')}
      </button>
    </div>
  );
}
