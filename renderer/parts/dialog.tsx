import {X} from 'lucide-react';
import type {ReactNode} from 'react';
import {Dialog as AriaDialog, Heading, Modal, ModalOverlay} from 'react-aria-components';
import {IconButton} from './button.tsx';

interface Parts {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that does it first. */
  actions?: ReactNode;
  wide?: boolean;
  side?: boolean;
  /** It is only read: nothing in it takes the focus. */
  reading?: boolean;
  role?: 'dialog' | 'alertdialog';
}

/** A window over the screen that has to be answered, or a sheet at its side. Escape closes it. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  wide = false,
  side = false,
  reading = false,
  role = 'dialog',
}: Parts) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === 'dialog'}
      className={side ? 'veil veil-side' : 'veil'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog-box ${side ? 'dialog-side' : ''} ${wide ? 'dialog-wide' : ''}`}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton name="Close" onPress={onClose} placement="left">
              <X size={16} />
            </IconButton>
          </header>
          {reading ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text without anything else to stop at is scrolled by keyboard
            <section className="dialog-body" tabIndex={0} aria-label={title}>
              {children}
            </section>
          ) : (
            <div className="dialog-body">{children}</div>
          )}
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
