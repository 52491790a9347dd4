import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** To be called once, before anything is drawn. */
export async function startStrings(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
  });
}
