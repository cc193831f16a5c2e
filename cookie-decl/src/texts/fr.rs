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
        paragraphs: &[
            "Un cookie est un court texte qui porte un nom. Un site web demande à votre navigateur de le \
             conserver\u{a0}; le navigateur le présente de nouveau au site à chaque page que vous y ouvrez, jusqu’à ce \
             que le cookie expire ou soit supprimé.",
            "Les sites web en font de nombreux usages\u{a0}: vous garder connecté, retenir le contenu de votre panier, \
             ou vous reconnaître à des fins de statistiques ou de publicité.",
        ],
        storage: "Un site web peut aussi conserver des données ailleurs dans votre navigateur, par exemple dans son \
                  stockage local, ou être informé de votre visite par une image que votre navigateur charge. Lorsque \
                  cette page parle de «\u{a0}cookies\u{a0}», elle désigne également ces procédés.",
        kinds: "Les cookies se distinguent par leur usage et par celui qui les dépose\u{a0}:",
        kind: &[
            (
                "Les cookies nécessaires",
                " conservent ce dont un site a besoin pour fonctionner d’une page ou d’une visite à l’autre\u{a0}: que \
                 vous êtes connecté, ce que contient votre panier, dans quelle langue vous lisez. En règle générale, \
                 un site peut les déposer sans vous le demander.",
            ),
            (
                "Les cookies statistiques",
                " montrent comment les visiteurs utilisent un site. En règle générale, ils nécessitent votre \
                 accord\u{a0}; des exceptions sont possibles lorsque les chiffres ne permettent pas de remonter à une \
                 personne.",
            ),
            (
                "Les cookies internes",
                " sont déposés par le site que vous visitez. Certains sont nécessaires\u{a0}; d’autres servent à \
                 recueillir des données personnelles, à suivre ce que font les visiteurs ou à afficher de la \
                 publicité.",
            ),
            (
                "Les cookies tiers",
                " sont déposés par ou pour quelqu’un d’autre, souvent une régie publicitaire, pendant que vous visitez \
                 un site. Ils peuvent lui indiquer quelles pages vous y ouvrez, et d’autres choses à votre sujet.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Cookies utilisés sur ", ""],
        heading: "Cookies utilisés sur ce site",
        nothing: "Aucun cookie n’est déclaré pour ce site.",
        hole: [
            "Dans un nom, une partie entre chevrons telle que ",
            " représente des caractères qui varient.",
        ],
        exempt: "Nous les utilisons sans vous demander votre accord.",
        opt_in: "Nous ne les utilisons qu’avec votre accord.",
        opt_out: "Nous les utilisons sauf si vous vous y opposez.",
        object: [
            "Vous pouvez vous y opposer à tout moment dans les ",
            "paramètres des cookies",
            ".",
        ],
        object_no_link: "Vous pouvez vous y opposer à tout moment en nous en informant.",
        gpc: "Si votre navigateur envoie le signal Global Privacy Control, nous le considérons comme un refus.",
        empty: "Actuellement, nous n’utilisons rien dans cette catégorie.",
        caption: ["En détail\u{a0}: ", ""],
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
        other: "la technique sur laquelle repose ce site",
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
        session: "jusqu’à la fermeture de votre navigateur",
        tab: "jusqu’à la fermeture de l’onglet",
        persistent: "jusqu’à ce que vous le supprimiez",
        unknown: "non précisée par le fournisseur",
        nothing: "rien n’est conservé sur votre appareil",
        or: " ou ",
        kept: ["\u{a0}; les navigateurs le conservent au maximum ", ""],
    },
    choice: Choice {
        heading: "Votre choix",
        link: [
            "Vous pouvez modifier votre choix à tout moment dans les ",
            "paramètres des cookies",
            ".",
        ],
        elsewhere: ["Vous faites et modifiez votre choix avec ", " sur ce site."],
        no_link: "Vous pouvez modifier votre choix à tout moment, là où vous l’avez fait.",
        object_no_link: "Ce que nous utilisons sauf opposition de votre part, vous pouvez le refuser à tout moment en \
                         nous en informant.",
        browser: "Vous pouvez aussi supprimer ou bloquer les cookies dans les paramètres de votre navigateur. Si vous \
                  bloquez ceux dont le site a besoin, certaines parties risquent de ne plus fonctionner.",
    },
    ask: Ask {
        heading: "Les cookies de ce site",
        question: [
            "Nous enregistrons ce dont le site a besoin pour fonctionner. Avec votre accord, nous utiliserions \
             aussi\u{a0}: ",
            ". Vous pourrez changer d’avis à tout moment.",
        ],
        unobjected: [
            "Sauf opposition de votre part, nous utilisons aussi : ",
            ".",
        ],
        separator: ", ",
        policy: "Lire notre politique relative aux cookies",
        accept: "Tout accepter",
        refuse: "Tout refuser",
        choose: "Choisir",
        save: "Enregistrer mon choix",
        settings: "Paramètres des cookies",
        explanation: "Choisissez ce qui peut être enregistré sur votre appareil. Vous pourrez revenir sur ce choix à \
                      tout moment.",
        allow: "Autoriser\u{a0}: ",
        present: "Votre choix actuel",
        decided: ["Vous avez choisi le ", ""],
        saved: "Votre choix est enregistré.",
        failed: "Votre choix n’a pas pu être enregistré. Veuillez réessayer.",
        changed: [
            "Depuis votre dernier choix, nous avons modifié ce que nous utilisons pour\u{a0}: ",
            ".",
        ],
        expired: "Votre dernier choix est trop ancien pour compter encore.",
        back: "Retour",
        states: States {
            always: "Toujours utilisés\u{a0}: le site en a besoin.",
            agreed: "Utilisés\u{a0}: vous avez donné votre accord.",
            refused: "Non utilisés\u{a0}: vous avez refusé.",
            undecided: "Non utilisés\u{a0}: vous n’avez pas encore choisi.",
            unobjected: "Utilisés\u{a0}: vous ne vous y êtes pas opposé.",
            signal: "Non utilisés\u{a0}: votre navigateur envoie le signal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Fournisseurs",
        introduction: "Voici les fournisseurs à l’origine des cookies de cette page\u{a0}:",
        separator: "\u{a0}; ",
        third_party: "tiers qui peut lire ce qui est conservé",
        country: "pays\u{a0}: ",
        domain: "domaine\u{a0}: ",
        privacy: "politique de confidentialité\u{a0}: ",
        opt_out: "opposition\u{a0}: ",
        contact: "contact\u{a0}: ",
        address: "adresse\u{a0}: ",
        transfer: "transfert de données\u{a0}: ",
    },
    controller: Controller {
        heading: "Responsable du traitement",
        officer: "délégué à la protection des données\u{a0}: ",
        authority: "autorité de contrôle\u{a0}: ",
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
};
