import 'vanilla-cookieconsent';

const CATEGORY = { ANALYTICS: 'analytics' };
const headers = { name: 'Name', domain: 'Service', description: 'Description', expiration: 'Expiration', where: 'Used in' };

CookieConsent.run({
    cookie: { name: 'cc_shop', expiresAfterDays: 182 },
    onConsent: ({ cookie }) => { console.log(cookie); },
    categories: {
        necessary: { enabled: true, readOnly: true },
        [CATEGORY.ANALYTICS]: {
            autoClear: {
                cookies: [{ name: /^(_ga)/ }, { name: '_gid' }],
                reloadPage: true,
            },
            services: {
                youtube: { label: 'YouTube', cookies: [{ name: 'VISITOR_INFO1_LIVE' }] },
            },
        },
        ads: {},
    },
    language: {
        default: 'en',
        translations: {
            en: {
                consentModal: { title: 'Cookies?', description: 'We ask you.' },
                preferencesModal: {
                    title: 'Your choice',
                    sections: [
                        { title: 'What we store', description: 'We store little. <a href="https://shop.example/privacy">More</a>' },
                        {
                            title: 'Strictly necessary',
                            description: 'Without these you could not shop.',
                            linkedCategory: 'necessary',
                            cookieTable: {
                                headers,
                                body: [
                                    { name: 'basket', domain: location.hostname, description: 'Keeps your basket', expiration: '2 weeks', where: 'The shop' },
                                ],
                            },
                        },
                        {
                            title: 'Audience',
                            description: '<p>We count visits.</p><p>Nobody else reads it.</p>',
                            linkedCategory: CATEGORY.ANALYTICS,
                            cookieTable: {
                                headers,
                                body: [
                                    { name: '_ga', domain: 'Google Analytics', description: 'Tells visitors apart: it\'s <b>a number</b>', expiration: 'Expires after 12 months' },
                                    { name: '_gid, _gat', domain: 'Google Analytics', description: 'Counts', expiration: '1 day' },
                                    { name: 'track', domain: '.tracker.example', description: '', expiration: '' },
                                ],
                            },
                        },
                    ],
                },
            },
            'pt_BR': {
                preferencesModal: {
                    sections: [
                        { title: 'O que guardamos', description: 'Guardamos pouco. <a href="https://shop.example/privacy">Mais</a>' },
                        {
                            title: 'Estritamente necessários',
                            description: 'Sem eles, não seria possível comprar.',
                            linkedCategory: 'necessary',
                            cookieTable: {
                                headers: { name: 'Nome', domain: 'Serviço', description: 'Descrição', expiration: 'Validade', where: 'Onde' },
                                body: [{ name: 'basket', description: 'Guarda o seu carrinho', where: 'A loja' }],
                            },
                        },
                        {
                            title: 'Audiência',
                            description: '<p>Contamos as visitas.</p><p>Mais ninguém o lê.</p>',
                            linkedCategory: 'analytics',
                        },
                    ],
                },
            },
            fr: '/cookies/fr.json',
        },
    },
});
