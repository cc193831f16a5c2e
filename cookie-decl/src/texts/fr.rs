//! The built-in texts in French.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "fr",
    name: "Français",
    title: "Politique relative aux cookies",
    columns: Columns {
        cookie: "Cookie",
        provider: "Fournisseur",
        function: "Fonction",
        purpose: "Finalité",
        duration: "Durée",
        attributes: "Attributs",
        set_by: "Déposé par",
        party: "Interne ou tiers",
        storage: "Type",
        basis: "Base légale",
        note: "Remarque",
    },
    about: About {
        heading: "Qu’est-ce qu’un cookie\u{a0}?",
        cookies: "Un cookie est un court texte qui porte un nom. Un site web demande à votre \
                  navigateur de l’enregistrer. Le navigateur le renvoie au site chaque fois que \
                  vous y ouvrez une page, jusqu’à ce que le cookie expire ou soit supprimé.",
        uses: "Les sites web utilisent les cookies de nombreuses façons\u{a0}: pour maintenir \
               votre session ouverte, pour retenir le contenu de votre panier ou pour vous \
               reconnaître lorsque vous revenez, à des fins de statistiques ou de publicité.",
        storage: "Un site web peut aussi enregistrer des données ailleurs dans votre navigateur, \
                  par exemple dans son stockage local, ou prendre connaissance de votre visite au \
                  moyen d’une image que votre navigateur charge. Lorsque cette page parle de \
                  «\u{a0}cookies\u{a0}», elle désigne l’ensemble de ces procédés.",
        kinds: "Les cookies se distinguent par leur finalité et par l’entité qui les \
                dépose\u{a0}:",
        kind: [
            [
                "Les cookies nécessaires",
                " conservent ce dont un site a besoin pour fonctionner d’une page à l’autre et \
                 d’une visite à l’autre\u{a0}: par exemple, le fait que votre session est \
                 ouverte, le contenu de votre panier ou la langue choisie. La loi permet en \
                 général à un site de les déposer sans vous demander votre consentement.",
            ],
            [
                "Les cookies de mesure d’audience",
                " montrent comment les visiteurs utilisent un site. Ils nécessitent en général \
                 votre consentement\u{a0}; certains pays prévoient des exceptions, par exemple \
                 pour un simple comptage des visites.",
            ],
            [
                "Les cookies internes",
                " appartiennent au domaine du site que vous visitez. Certains sont nécessaires. \
                 D’autres retiennent vos préférences, comptent les visites ou servent à la \
                 publicité.",
            ],
            [
                "Les cookies tiers",
                " appartiennent au domaine d’un autre organisme, souvent une régie publicitaire, \
                 et sont déposés pendant que vous visitez un site. Ils peuvent indiquer à cet \
                 organisme quelles pages vous ouvrez et lui permettre de vous reconnaître sur \
                 d’autres sites.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookies utilisés sur ", ""],
        heading: "Cookies utilisés sur ce site",
        nothing: "Ce site n’a indiqué aucun cookie.",
        hole: [
            "Dans un nom, la partie entre chevrons, telle que ",
            ", varie.",
        ],
        exempt: "Ces cookies ne nécessitent pas votre consentement.",
        opt_in: "Nous n’utilisons ces cookies qu’avec votre consentement.",
        opt_out: "Nous utilisons ces cookies, sauf si vous vous y opposez.",
        object: [
            "Vous pouvez vous y opposer à tout moment dans les ",
            "paramètres des cookies",
            ".",
        ],
        object_no_link: "Vous pouvez vous y opposer à tout moment en nous contactant.",
        gpc: "Si votre navigateur envoie le signal Global Privacy Control, nous le considérons \
              comme une opposition.",
        signal: "Si votre navigateur envoie le signal Global Privacy Control, nous le considérons \
                 comme une opposition, sauf indication contraire de votre part.",
        advanced: [
            "Les programmes des fournisseurs suivants se chargent avec nos pages, quel que soit votre choix\u{a0}: ",
            ". Tant que cette catégorie n’est pas autorisée, ces programmes en sont informés et \
             ne doivent rien enregistrer sur votre appareil. Leurs serveurs reçoivent toutefois \
             votre adresse IP et l’adresse de la page que vous consultez.",
        ],
        advanced_unnamed: "Les programmes de cette catégorie se chargent avec nos pages, quel \
                           que soit votre choix. Tant que cette catégorie n’est pas autorisée, \
                           ces programmes en sont informés et ne doivent rien enregistrer sur \
                           votre appareil. Leurs serveurs reçoivent toutefois votre adresse IP \
                           et l’adresse de la page que vous consultez.",
        empty: "Nous n’utilisons rien dans cette catégorie pour le moment.",
        any_of: ["tous les cookies de ", ""],
        any: "tous les cookies de ce tiers",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "chemin ",
        domain: "domaine ",
    },
    set_by: SetByTexts {
        server: "ce site",
        script: "un script exécuté dans votre navigateur",
        other: "le logiciel qui fait fonctionner ce site",
        third_party: "un tiers",
        third_party_domain: ["", " (tiers)"],
    },
    party: PartyTexts {
        first: "interne",
        third: "tiers",
    },
    basis: BasisTexts {
        consent: "consentement",
        contract: "contrat",
        legal_obligation: "obligation légale",
        vital_interests: "intérêts vitaux",
        public_task: "mission d’intérêt public",
        legitimate_interests: "intérêts légitimes",
    },
    storage: StorageTexts {
        cookie: "cookie",
        local_storage: "stockage local",
        session_storage: "stockage de session",
        indexed_db: "base de données du navigateur (IndexedDB)",
        pixel: "pixel de suivi",
    },
    duration: DurationTexts {
        second: Forms::French {
            one: "{n} seconde",
            other: "{n} secondes",
        },
        minute: Forms::French {
            one: "{n} minute",
            other: "{n} minutes",
        },
        hour: Forms::French {
            one: "{n} heure",
            other: "{n} heures",
        },
        day: Forms::French {
            one: "{n} jour",
            other: "{n} jours",
        },
        week: Forms::French {
            one: "{n} semaine",
            other: "{n} semaines",
        },
        month: Forms::French {
            one: "{n} mois",
            other: "{n} mois",
        },
        year: Forms::French {
            one: "{n} an",
            other: "{n} ans",
        },
        less_than_a_second: "moins d’une seconde",
        rolling: ["", " après votre dernière visite"],
        session: "session de navigation",
        tab: "session de l’onglet",
        persistent: "jusqu’à sa suppression",
        unknown: "non précisée par le fournisseur",
        nothing: "rien n’est enregistré sur votre appareil",
        or: ", ou ",
        kept: ["\u{a0}; les navigateurs le conservent au maximum ", ""],
    },
    choice: Choice {
        heading: "Votre choix",
        link: [
            "Vous pouvez modifier votre choix à tout moment dans les ",
            "paramètres des cookies",
            ".",
        ],
        elsewhere: [
            "Vous pouvez faire et modifier votre choix avec ",
            " sur ce site.",
        ],
        no_link: "Vous pouvez modifier votre choix à tout moment, là où vous l’avez fait.",
        object_no_link: "Nous utilisons certains cookies, sauf si vous vous y opposez. Vous pouvez vous y \
                         opposer à tout moment en nous contactant.",
        browser: "Vous pouvez aussi supprimer ou bloquer les cookies dans les paramètres de votre \
                  navigateur. Si vous bloquez ceux dont le site a besoin, certaines parties du \
                  site risquent de ne plus fonctionner.",
    },
    ask: Ask {
        heading: "Les cookies de ce site",
        question: [
            "Nous enregistrons ce dont ce site a besoin pour fonctionner. Nous vous demandons \
             votre consentement pour enregistrer et lire des données aux fins \
             suivantes\u{a0}: ",
            ". Vous pourrez changer d’avis à tout moment.",
        ],
        unobjected: [
            "Sauf si vous vous y opposez, nous enregistrons et lisons aussi des données aux \
             fins suivantes\u{a0}: ",
            ".",
        ],
        separator: ", ",
        policy: "Lire notre politique relative aux cookies",
        accept: "Tout accepter",
        refuse: "Tout refuser",
        choose: "Personnaliser",
        save: "Enregistrer mon choix",
        settings: "Paramètres des cookies",
        explanation: "Choisissez ce que nous pouvons utiliser. Vous pourrez revenir sur ce choix à \
                      tout moment.",
        allow: "Autoriser\u{a0}: ",
        stored: "Ce qui est enregistré, par qui et pour combien de temps",
        present: "Paramètres actuels",
        decided: ["Vous avez fait ce choix le ", "."],
        identifier: [
            "Le cookie ",
            " contient un identifiant aléatoire. Il relie vos choix entre eux, afin que nous puissions vous les montrer ou les supprimer.",
        ],
        saved: "Votre choix est enregistré.",
        failed: "Votre choix n’a pas pu être enregistré. Veuillez réessayer.",
        changed: [
            "Depuis votre dernier choix, des éléments ont changé ou sont nouveaux\u{a0}: ",
            ".",
        ],
        expired: "Votre dernier choix a expiré\u{a0}; nous vous le demandons de nouveau.",
        back: "Retour à la page",
        needs: ["Ce contenu nécessite votre consentement\u{a0}: ", "."],
        recipients: [
            "Lors de son chargement, votre navigateur envoie des données aux destinataires suivants\u{a0}: ",
            ".",
        ],
        once: "Charger une seule fois\u{a0}: ",
        always: "Toujours autoriser\u{a0}: ",
        stale: "Cette partie de la page ne tient pas encore compte de votre choix.",
        reload: "Recharger la page",
        states: States {
            always: "Toujours utilisés\u{a0}: aucun consentement n’est requis.",
            agreed: "Utilisés\u{a0}: vous avez donné votre consentement.",
            refused: "Non utilisés\u{a0}: vous avez refusé.",
            undecided: "Non utilisés\u{a0}: vous n’avez pas encore choisi.",
            unobjected: "Utilisés\u{a0}: vous n’avez pas exprimé d’opposition.",
            signal: "Non utilisés\u{a0}: votre navigateur envoie le signal Global Privacy Control.",
            refused_advanced: "Non autorisés\u{a0}: vous avez refusé.",
            undecided_advanced: "Non autorisés\u{a0}: vous n’avez pas encore choisi.",
            signal_advanced: "Non autorisés\u{a0}: votre navigateur envoie le signal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Fournisseurs",
        introduction: "Les cookies énumérés sur cette page proviennent de\u{a0}:",
        separator: "\u{a0}; ",
        third_party: "tiers qui peut lire les données enregistrées",
        country: "pays\u{a0}: ",
        domain: "domaine\u{a0}: ",
        privacy: "politique de confidentialité\u{a0}: ",
        opt_out: "page d’opposition\u{a0}: ",
        contact: "contact\u{a0}: ",
        address: "adresse postale\u{a0}: ",
        transfer: "transfert de données\u{a0}: ",
    },
    controller: Controller {
        heading: "Responsable du traitement",
        officer: "délégué à la protection des données\u{a0}: ",
        authority: "autorité de contrôle\u{a0}: ",
    },
    refusals: Refusals {
        unsaved: "Votre choix n’a pas été enregistré",
        foreign: "Nous n’acceptons un choix que depuis une page de ce site, et votre navigateur \
                  n’a pas indiqué que le vôtre en provient. Une extension ou un réglage de \
                  confidentialité du navigateur peut en être la cause. Veuillez ouvrir les \
                  paramètres des cookies et choisir de nouveau.",
        unreadable: "Le formulaire ne nous est pas parvenu correctement. Veuillez ouvrir les \
                     paramètres des cookies et choisir de nouveau.",
        internal: "Une erreur de notre part nous a empêchés d’enregistrer votre choix. Veuillez \
                   réessayer plus tard.",
        missing: "Page introuvable",
        nowhere: "Il n’y a pas de page à cette adresse.",
    },
    version: "Version\u{a0}: ",
    last_updated: "Dernière mise à jour\u{a0}: ",
    date: DateTexts {
        pattern: "{day} {month} {year}",
        first: "1er",
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    },
    between_sentences: " ",
    wording: &[],
};
