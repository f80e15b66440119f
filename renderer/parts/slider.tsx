import {Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack} from 'react-aria-components';

/** A share from 0 to 1, chosen by sliding or by arrow keys, and said in per cent. */
export function Slider({
  label,
  value,
  least,
  onChange,
}: {
  label: string;
  value: number;
  least: number;
  onChange: (value: number) => void;
}) {
  return (
    <AriaSlider
      className="slider"
      minValue={least}
      maxValue={1}
      step={0.05}
      value={value}
      onChange={onChange}
      formatOptions={{style: 'percent'}}
    >
      <Label>{label}</Label>
      <SliderOutput className="number quiet" />
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </AriaSlider>
  );
}
