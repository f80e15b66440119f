import type {Locator, Page} from 'playwright-core';

/** More controls than any screen of ours has between one place and another. */
const FAR = 150;

export type Keyboard = ReturnType<typeof keyboardOf>;

/** A planner’s hands on the keyboard, with the mouse in a drawer: Tab, arrows and letters are all they have. */
export function keyboardOf(page: Page) {
  const focused = (wanted: Locator): Promise<boolean> =>
    wanted.evaluate((element) => element === document.activeElement).catch(() => false);

  const keyboard = {
    /** Presses a key, Tab if none is named, until the focus is there. */
    async goesTo(wanted: Locator, key = 'Tab'): Promise<void> {
      await wanted.waitFor();
      for (let pressed = 0; pressed < FAR; pressed++) {
        if (await focused(wanted)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`${FAR} times ${key} do not lead to ${wanted}.`);
    },
    /** Tabs into a list, whichever of its items the list gives the focus to. */
    async goesInto(list: Locator): Promise<void> {
      await list.waitFor();
      for (let pressed = 0; pressed < FAR; pressed++) {
        if (await list.evaluate((element) => element.contains(document.activeElement))) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${FAR} times Tab do not lead into ${list}.`);
    },
    async presses(wanted: Locator, key = 'Enter'): Promise<void> {
      await keyboard.goesTo(wanted);
      await page.keyboard.press(key);
    },
    /** Opens a word of the question, types the beginning of another choice, and takes it. */
    async chooses(word: Locator, choice: string): Promise<void> {
      await keyboard.presses(word);
      const item = page.getByRole('menuitemradio', {name: choice}).first();
      await item.waitFor();
      await page.keyboard.type(choice.slice(0, 6));
      await keyboard.goesTo(item, 'ArrowDown');
      await page.keyboard.press('Enter');
      await item.waitFor({state: 'detached'});
    },
    /** Runs a command, asks a question or opens a site by typing a part of its name. */
    async finds(name: string): Promise<void> {
      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog', {name: 'Find a command'});
      await palette.getByRole('searchbox').waitFor();
      await page.keyboard.type(name);
      const found = palette.getByRole('menuitem', {name}).first();
      await found.waitFor();
      // The cursor stays in the field; what Enter would take is marked.
      for (let pressed = 0; (await found.getAttribute('data-focused')) !== 'true'; pressed++) {
        if (pressed === FAR) throw new Error(`The arrow keys do not lead to “${name}”.`);
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await palette.waitFor({state: 'detached'});
    },
  };
  return keyboard;
}
