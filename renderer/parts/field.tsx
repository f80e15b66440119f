import type {ReactNode} from 'react';
import {
  FieldError,
  Input,
  Label,
  NumberField,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';

interface Words {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  hideLabel?: boolean;
}

/** A line of text with its label, its hint and what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  long = false,
  placeholder,
  ...props
}: TextFieldProps & Words & {long?: boolean; placeholder?: string}) {
  return (
    <TextField {...props} className="field" isInvalid={!!error} {...(hideLabel ? {'aria-label': label} : {})}>
      {!hideLabel && <Label>{label}</Label>}
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
      {long ? <TextArea rows={3} placeholder={placeholder ?? ''} /> : <Input placeholder={placeholder ?? ''} />}
    </TextField>
  );
}

interface NumberWords extends Words {
  value: number;
  unit?: ReactNode;
  minValue?: number;
  maxValue?: number;
  format?: Intl.NumberFormatOptions;
  onChange: (value: number) => void;
  /** The field was emptied; where there is none, it goes back to what it was. */
  onClear?: () => void;
  isDisabled?: boolean;
}

/** A number with its unit. It is taken when the field is left or Enter pressed, not at each key. */
export function NumberBox({
  label,
  hint,
  error,
  hideLabel,
  unit,
  value,
  format,
  onChange,
  onClear,
  ...props
}: NumberWords) {
  return (
    <NumberField
      {...props}
      className="field number-field"
      defaultValue={value}
      key={value}
      formatOptions={format ?? {maximumFractionDigits: 5}}
      isInvalid={!!error}
      onChange={(next) => {
        if (Number.isNaN(next)) onClear?.();
        else if (next !== value) onChange(next);
      }}
      {...(hideLabel ? {'aria-label': label} : {})}
    >
      {!hideLabel && <Label>{label}</Label>}
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError>{error}</FieldError>
      <span className="number-box">
        <Input />
        {unit && <span className="unit">{unit}</span>}
      </span>
    </NumberField>
  );
}
