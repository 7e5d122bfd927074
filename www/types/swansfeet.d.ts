/**
 * Types of what Swansfeet's scripts put on a page. Every hub has them at `/v1/swansfeet.d.ts`. For
 * TypeScript:
 *
 *     /// <reference path="swansfeet.d.ts" />
 *     window.Swansfeet = window.Swansfeet || [];
 *     window.Swansfeet.push((swansfeet) => swansfeet.mount(here, { widget: "pay" }));
 *
 * Kept with the major version of the scripts (`/v1/`).
 */

export {};

/** Widgets of this version. A hub may offer more under names of its own. */
export type SwansfeetWidget = "pay" | "demands" | "meetings" | "wellbeing" | (string & {});

/** What can be written on a tag or an element as `data-*`, and given to `mount` by the same names. */
export interface SwansfeetOptions {
  /** Language, such as `cy`. Else the page's own `lang` decides; what there is no table for is English. */
  lang?: string;
  /** `auto`, the default, follows the reader's device. */
  theme?: "auto" | "light" | "dark";
  /** Where the widget is: in the page (default), in a frame without an origin, or in a dialogue
   *  that opens from what is inside the element (`dialog`) or from a button (`button`). */
  mode?: "inline" | "frame" | "dialog" | "button";
  /** `lazy`, the default: starts when near the view. */
  loading?: "lazy" | "eager";
  /** Who shows the widget. */
  partner?: string;
  /** Which campaign it is about. */
  campaign?: string;
  /** Where data comes from that is not the hub's: one address or, for the meeting finder, several
   *  with spaces between; beside the page, too. */
  src?: string;
  /** Fingerprint of a campaign's key. */
  key?: string;
  /** The hub, where it is not the one that the script came from. */
  hub?: string;
}

/** Options of the pay check. */
export interface SwansfeetPayOptions extends SwansfeetOptions {
  /** The campaign's own demand in pounds an hour, such as `15` or `12.50`. */
  demandRate?: string | number;
  /** Decides whom to turn to: `england`, `wales`, `scotland`, `northern-ireland`. */
  nation?: string;
  /** Answers filled in beforehand, for a link from a leaflet. */
  start?: string;
}

/** Options of the demands signer. */
export interface SwansfeetDemandsOptions extends SwansfeetOptions {
  /** A one-time code from an organiser, filled in. */
  code?: string;
  /** The goal to show, in place of the campaign's own. */
  goal?: string | number;
}

/** Options of the meeting finder. */
export interface SwansfeetMeetingsOptions extends SwansfeetOptions {
  /** What the list begins with, such as `how=online&day=tue`: what stands behind `#meetings?` in the
   *  address of a shared list. */
  filter?: string;
}

/** Options of the wellbeing check-in, which is always in a frame and sends no events. */
export interface SwansfeetWellbeingOptions extends SwansfeetOptions {
  /** Where "Leave this page" leads: a page that nobody would ask about. */
  exit?: string;
}

/** The one global. */
export interface Swansfeet {
  readonly version: number;
  /**
   * Puts a widget at the end of `element`, or sets options on `element` where it is itself a
   * `<swan-…>`. Gives the widget's element; nothing, and a line in the console, where what was
   * given makes no sense.
   */
  mount(element: Element, options: { widget: "pay" } & SwansfeetPayOptions): HTMLElement | undefined;
  mount(element: Element, options: { widget: "demands" } & SwansfeetDemandsOptions): HTMLElement | undefined;
  mount(element: Element, options: { widget: "meetings" } & SwansfeetMeetingsOptions): HTMLElement | undefined;
  mount(element: Element, options: { widget: "wellbeing" } & SwansfeetWellbeingOptions): HTMLElement | undefined;
  mount(element: Element, options: { widget: SwansfeetWidget } & SwansfeetOptions & Record<string, unknown>): HTMLElement | undefined;
  /** Takes a widget away, or all that are directly inside `element`. */
  unmount(element: Element): void;
  /** Calls `f` once Swansfeet is there: now, if it is. */
  ready(f: (swansfeet: Swansfeet) => void): void;
  /** The same, so that code can be written before the script has arrived. */
  push(f: (swansfeet: Swansfeet) => void): void;
}

/** What `window.Swansfeet` is before the script has arrived. */
export type SwansfeetQueue = Array<(swansfeet: Swansfeet) => void>;

/** Why a widget is not there. */
export interface SwansfeetError {
  /** `policy`, `load`, `old`, `start`, `slow` or `crash`; the console says what to change. */
  reason: "policy" | "load" | "old" | "start" | "slow" | "crash";
}

/** Events bubble out of the element. None of them carries anything that a person typed. */
export interface SwansfeetEvents {
  "swan:ready": CustomEvent<null>;
  "swan:error": CustomEvent<SwansfeetError>;
  /** In CSS pixels. */
  "swan:resize": CustomEvent<{ height: number }>;
  /** Somebody has signed; which campaign, and nothing of who. */
  "swan:signed": CustomEvent<{ campaign: string }>;
  /** Whether the list of meetings is kept on this device: when somebody changes that, and with each list that comes. */
  "swan:kept": CustomEvent<{ kept: boolean }>;
}

declare global {
  interface Window {
    Swansfeet?: Swansfeet | SwansfeetQueue;
  }
  interface DocumentEventMap extends SwansfeetEvents {}
  interface HTMLElementEventMap extends SwansfeetEvents {}
  interface HTMLElementTagNameMap {
    "swan-pay": HTMLElement;
    "swan-demands": HTMLElement;
    "swan-meetings": HTMLElement;
    "swan-wellbeing": HTMLElement;
  }
}
