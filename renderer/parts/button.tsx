import type {ReactNode} from 'react';
import {
  Button as AriaButton,
  type ButtonProps,
  ToggleButton,
  type ToggleButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';

type Look = 'plain' | 'strong' | 'quiet' | 'danger';

/** A button that says what it does. */
export function Button({
  look = 'plain',
  icon,
  children,
  ...props
}: Omit<ButtonProps, 'children'> & {look?: Look; icon?: ReactNode; children: ReactNode}) {
  return (
    <AriaButton {...props} className={`button button-${look}`}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}

/** A button with only an icon: its name is heard, and shown on hover and focus. */
export function IconButton({
  name,
  keys,
  children,
  placement = 'bottom',
  ...props
}: Omit<ButtonProps, 'children'> & {
  name: string;
  keys?: string | undefined;
  children: ReactNode;
  placement?: 'top' | 'bottom' | 'left' | 'right';
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...props} aria-label={name} className="icon-button">
        {children}
      </AriaButton>
      <Hint placement={placement} keys={keys}>
        {name}
      </Hint>
    </TooltipTrigger>
  );
}

/** The same, for something that is on or off. */
export function IconToggle({
  name,
  keys,
  children,
  placement = 'right',
  ...props
}: Omit<ToggleButtonProps, 'children'> & {
  name: string;
  keys?: string | undefined;
  children: ReactNode;
  placement?: 'top' | 'bottom' | 'left' | 'right';
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <ToggleButton {...props} aria-label={name} className="icon-button">
        {children}
      </ToggleButton>
      <Hint placement={placement} keys={keys}>
        {name}
      </Hint>
    </TooltipTrigger>
  );
}

export function Hint({
  children,
  keys,
  placement,
}: {
  children: ReactNode;
  keys?: string | undefined;
  placement: 'top' | 'bottom' | 'left' | 'right';
}) {
  return (
    <Tooltip className="hint" placement={placement} offset={6}>
      {children}
      {keys && <kbd>{keys}</kbd>}
    </Tooltip>
  );
}
