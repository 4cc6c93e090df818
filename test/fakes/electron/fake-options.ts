/** What a test decides about the machine the fake Electron pretends to run on. Travels as JSON in `FAKE_ELECTRON`. */
export interface FakeOptions {
  userDataFolder: string
  isPackaged: boolean
  /** false: no key store at all, so that sealing throws. */
  hasKeyStore: boolean
  /** Linux's word for what seals; `basic_text` is a fixed password. */
  keyStoreBackend: 'basic_text' | 'gnome_libsecret' | 'kwallet5' | 'unknown'
  /** Whose login it is: what one seals no other opens, nor the same one after the store's files were lost. */
  keyStoreLogin: string
  /** false: a desktop without a service for notices. */
  hasNotices: boolean
  displays: { x: number; y: number; width: number; height: number }[]
}

export const defaultFakeOptions: Omit<FakeOptions, 'userDataFolder'> = {
  isPackaged: false,
  hasKeyStore: true,
  keyStoreBackend: 'gnome_libsecret',
  keyStoreLogin: 'amir',
  hasNotices: true,
  displays: [{ x: 0, y: 0, width: 1920, height: 1080 }],
}

export const fakeOptions = JSON.parse(process.env['FAKE_ELECTRON'] ?? '{}') as FakeOptions
