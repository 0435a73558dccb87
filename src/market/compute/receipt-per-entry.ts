/** Average receipt, as the CNC defines it: receipts / entries, taxes included. @returns euros an entry */
export const receiptPerEntry = (receipts: number, entries: number): number => receipts / entries;
