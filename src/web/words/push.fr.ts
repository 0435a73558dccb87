/** Notifications of this device. */
export const pushFr = {
  title: 'Notifications sur cet appareil',
};
