// The configuration of an old site.
var klaroConfig = {
    version: 1,
    storageName: 'consent',
    cookieExpiresAfterDays: 150,
    lang: 'de',
    translations: {
        zz: { privacyPolicyUrl: '/privacy' },
        de: {
            matomo: { description: 'Zählt Besuche' },
            shop: { title: 'Laden', description: 'Merkt sich den Warenkorb' },
            purposes: { analytics: { title: 'Besucherzahlen', description: 'Wir zählen mit.' }, shopping: 'Einkaufen', chat: 'Fragen' },
        },
        en: {
            matomo: { description: 'Counts visits' },
            shop: { description: 'Remembers the basket' },
            purposes: { analytics: { title: 'Numbers of visitors', description: 'We count.' }, shopping: 'Shopping' },
        },
    },
    services: [
        {
            name: 'matomo',
            title: 'Matomo',
            default: true,
            purposes: ['analytics', 'shopping'],
            cookies: [
                [/^_pk_.*$/, '/', 'shop.example'],
                [/^_pk_.*$/, '/', 'localhost'],
                'piwik_ignore',
                ['mtm_consent', '/shop', '.shop.example'],
            ],
            callback: function (consent, service) { console.log(service.name + consent); },
        },
        { name: 'shop', purposes: ['shopping'], cookies: ['basket', /(?!x)basket/], required: true },
        {
            name: 'chat',
            translations: { de: { title: 'Plauderei', description: 'Hält das Gespräch offen' } },
            purposes: ['chat'],
            cookies: [{ pattern: /chat_[0-9]+$/, expiresAfter: '2 Stunden' }],
            optOut: true,
        },
        { name: 'youtube', title: 'YouTube', purposes: ['video'] },
    ],
};
