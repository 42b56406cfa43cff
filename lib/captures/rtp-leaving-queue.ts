/** What will be forgotten, the oldest first, when enough has come after it. */
export type LeavingQueue<Item> = {
  /** Gives the items whose time has come: now and then many, mostly none, so that it costs little for each. */
  add(item: Item): readonly Item[];
};

/** Keeps the latest `kept` items, and at most twice as many. */
export function createLeavingQueue<Item>(kept: number): LeavingQueue<Item> {
  let items: Item[] = [];
  const none: readonly Item[] = [];

  function add(item: Item): readonly Item[] {
    items.push(item);
    if (items.length < 2 * kept) return none;
    const leaving = items.slice(0, items.length - kept);
    items = items.slice(items.length - kept);
    return leaving;
  }

  return { add };
}
