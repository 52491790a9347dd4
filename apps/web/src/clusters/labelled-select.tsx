import { useId } from 'react';

interface LabelledSelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, text: string])[];
  onChange: (value: Value) => void;
  /** What the chosen value means. */
  meaning?: string | undefined;
}

/** One of several named choices. */
export function LabelledSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
  meaning,
}: LabelledSelectProps<Value>) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={meaning === undefined ? undefined : `${id}-meaning`}
        onChange={({ target }) => onChange(target.value as Value)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      {meaning !== undefined && (
        <p className="note" id={`${id}-meaning`}>
          {meaning}
        </p>
      )}
    </>
  );
}
