interface ChoiceSwitchProps<Choice extends string> {
  label: string;
  choices: readonly { value: Choice; name: string }[];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}

/** A few choices of which one holds, as buttons side by side. */
export function ChoiceSwitch<Choice extends string>(props: ChoiceSwitchProps<Choice>) {
  const { label, choices, chosen, onChoose } = props;
  return (
    <div className="view-switch" role="group" aria-label={label}>
      {choices.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen === value}
          onClick={() => onChoose(value)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
