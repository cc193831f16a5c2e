//! The built-in texts in Japanese.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "ja",
    name: "日本語",
    title: "クッキーポリシー",
    columns: Columns {
        cookie: "クッキー",
        provider: "提供者",
        function: "機能",
        purpose: "利用目的",
        duration: "保存期間",
        attributes: "属性",
        set_by: "設定元",
        party: "ファーストパーティーまたはサードパーティー",
        storage: "種類",
        basis: "法的根拠",
        note: "備考",
    },
    about: About {
        heading: "クッキーとは",
        cookies: "クッキーは、名前の付いた短いテキストです。ウェブサイトはお使いのブラウザーに保存\
                  を求めます。ブラウザーは、クッキーの期限が切れるか削除されるまで、そのサイトのペ\
                  ージを開くたびにクッキーをサイトに送り返します。",
        uses: "ウェブサイトは、ログイン状態の維持、買い物かごの中身の記憶、統計や広告のための再\
               訪の識別など、さまざまな目的でクッキーを利用します。",
        storage: "ウェブサイトは、ローカルストレージなど、ブラウザー内の別の場所にデータを保存したり、ブラウザーが\
                  読み込む画像によって訪問を把握したりすることもあります。このページで「クッキー」という場合は、こ\
                  れらの方法も含みます。",
        kinds: "クッキーは、目的と保存する主体によって次のように分かれます。",
        kind: [
            [
                "必須クッキー",
                "は、ページや訪問をまたいでサイトが動作するために必要な情報（ログイン状態、買い物\
                 かごの中身、選択した言語など）を保存します。通常、サイトは法律上、同意を求めずに\
                 保存できます。",
            ],
            [
                "統計クッキー",
                "は、サイトがどのように利用されているかを示します。通常は同意が必要ですが、単純な\
                 訪問数の集計など、例外を認めている国もあります。",
            ],
            [
                "ファーストパーティークッキー",
                "は、閲覧中のサイトのドメインに属します。必須のもののほか、設定を記憶するもの、訪\
                 問数を数えるもの、広告に使われるものがあります。",
            ],
            [
                "サードパーティークッキー",
                "は、広告会社などの第三者のドメインに属し、サイトの閲覧中に保存されます。どのペー\
                 ジを開いたかがその第三者に伝わり、ほかのサイトでも同じ閲覧者として識別されること\
                 があります。",
            ],
        ],
    },
    used: Used {
        heading_on: ["", "で使用するクッキー"],
        heading: "このサイトで使用するクッキー",
        nothing: "このサイトにはクッキーの記載がありません。",
        hole: ["名前の中の", "のような山括弧の部分は変化します。"],
        exempt: "これらのクッキーの使用に同意は必要ありません。",
        opt_in: "これらのクッキーは、同意をいただいた場合に限り使用します。",
        opt_out: "これらのクッキーは、拒否されない限り使用します。",
        object: ["", "クッキーの設定", "でいつでも拒否できます。"],
        object_no_link: "ご連絡により、いつでも拒否できます。",
        gpc: "ブラウザーが Global Privacy Control シグナルを送信している場合は、拒否とみなしま\
              す。",
        signal: "ブラウザーが Global Privacy Control シグナルを送信している場合は、別途ご指示がな\
                 い限り、拒否とみなします。",
        empty: "現在、このカテゴリーで使用しているものはありません。",
        any_of: ["", "のすべてのクッキー"],
        any: "この第三者のすべてのクッキー",
    },
    scope: Scope {
        around: ["（", "）"],
        separator: "、",
        path: "パス ",
        domain: "ドメイン ",
    },
    set_by: SetByTexts {
        server: "このサイト",
        script: "ブラウザーで実行されるスクリプト",
        other: "このサイトを動かすソフトウェア",
        third_party: "第三者",
        third_party_domain: ["", "（第三者）"],
    },
    party: PartyTexts {
        first: "ファーストパーティー",
        third: "サードパーティー",
    },
    basis: BasisTexts {
        consent: "同意",
        contract: "契約の履行",
        legal_obligation: "法的義務",
        vital_interests: "生命に関わる利益",
        public_task: "公共の利益のための職務",
        legitimate_interests: "正当な利益",
    },
    storage: StorageTexts {
        cookie: "クッキー",
        local_storage: "ローカルストレージ",
        session_storage: "セッションストレージ",
        indexed_db: "ブラウザーのデータベース（IndexedDB）",
        pixel: "トラッキングピクセル",
    },
    duration: DurationTexts {
        second: Forms::Same("{n}秒"),
        minute: Forms::Same("{n}分"),
        hour: Forms::Same("{n}時間"),
        day: Forms::Same("{n}日"),
        week: Forms::Same("{n}週間"),
        month: Forms::Same("{n}か月"),
        year: Forms::Same("{n}年"),
        less_than_a_second: "1秒未満",
        rolling: ["最後の訪問から", ""],
        session: "ブラウザーを閉じるまで",
        tab: "タブを閉じるまで",
        persistent: "削除するまで",
        unknown: "提供者による記載なし",
        nothing: "お使いの端末には何も保存されません",
        or: "、または",
        kept: ["（ブラウザーでの保存は最長", "）"],
    },
    choice: Choice {
        heading: "選択内容",
        link: ["選択内容は、", "クッキーの設定", "でいつでも変更できます。"],
        elsewhere: ["選択と変更は、このサイトの ", " で行えます。"],
        no_link: "選択内容は、選択したときと同じ場所でいつでも変更できます。",
        object_no_link: "一部のクッキーは、拒否されない限り使用します。ご連絡により、いつでも拒否できます。",
        browser: "ブラウザーの設定でクッキーを削除またはブロックすることもできます。サイトに必要なクッキーをブロッ\
                  クすると、一部が動作しなくなることがあります。",
    },
    ask: Ask {
        heading: "このサイトのクッキー",
        question: [
            "このサイトの動作に必要なものを保存します。次の目的でデータを保存し、読み取ること\
             への同意をお願いします：",
            "。この選択はいつでも変更できます。",
        ],
        unobjected: [
            "拒否されない限り、次の目的でもデータを保存し、読み取ります：",
            "。",
        ],
        separator: "、",
        policy: "クッキーポリシーを読む",
        accept: "すべてに同意する",
        refuse: "すべてを拒否する",
        choose: "選択する",
        save: "選択内容を保存する",
        settings: "クッキーの設定",
        explanation: "使用してよいものを選択してください。いつでもこのページに戻って選択を変更できます。",
        allow: "許可する：",
        stored: "保存される内容、保存者、期間",
        present: "現在の設定",
        decided: ["この選択は", "に行われました。"],
        saved: "選択内容を保存しました。",
        failed: "選択内容を保存できませんでした。もう一度お試しください。",
        changed: [
            "前回の選択以降、次のカテゴリーに変更または追加がありました：",
            "。",
        ],
        expired: "前回の選択の有効期限が切れたため、改めて選択をお願いします。",
        back: "元のページに戻る",
        needs: [
            "このコンテンツの表示には、次の項目への同意が必要です：",
            "。",
        ],
        recipients: [
            "読み込むと、ブラウザーから次の宛先にデータが送信されます：",
            "。",
        ],
        once: "今回のみ読み込む：",
        always: "常に許可する：",
        stale: "ページのこの部分には、お客様の選択がまだ反映されていません。",
        reload: "ページを再読み込みする",
        states: States {
            always: "常に使用しています：同意は必要ありません。",
            agreed: "使用しています：同意済みです。",
            refused: "使用していません：拒否されています。",
            undecided: "使用していません：まだ選択されていません。",
            unobjected: "使用しています：拒否されていません。",
            signal: "使用していません：ブラウザーが Global Privacy Control シグナルを送信しています。",
        },
    },
    providers: Providers {
        heading: "提供者",
        introduction: "このページに記載されたクッキーの提供者は次のとおりです。",
        separator: "、",
        third_party: "保存されたデータを読み取れる第三者",
        country: "国：",
        domain: "ドメイン：",
        privacy: "プライバシーポリシー：",
        opt_out: "オプトアウト：",
        contact: "連絡先：",
        address: "所在地：",
        transfer: "データの移転：",
    },
    controller: Controller {
        heading: "データの管理者",
        officer: "データ保護責任者：",
        authority: "監督機関：",
    },
    refusals: Refusals {
        unsaved: "選択内容は保存されませんでした",
        foreign: "選択はこのサイトのページからのみ受け付けています。このサイトのページからの送信で\
                  あることを確認できませんでした。ブラウザーの拡張機能やプライバシー設定が原因の可\
                  能性があります。クッキーの設定を開いて、もう一度選択してください。",
        unreadable: "フォームを正しく受信できませんでした。クッキーの設定を開いて、もう一度選択してく\
                     ださい。",
        internal: "サーバー側の障害により、選択内容を保存できませんでした。時間をおいてもう一度お試\
                   しください。",
        missing: "ページが見つかりません",
        nowhere: "このアドレスにページはありません。",
    },
    version: "バージョン：",
    last_updated: "最終更新日：",
    date: DateTexts {
        pattern: "{year}年{month}{day}日",
        first: "1",
        months: [
            "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
        ],
    },
    between_sentences: "",
    wording: &[],
};
