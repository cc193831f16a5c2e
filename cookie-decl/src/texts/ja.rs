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
        paragraphs: &[
            "クッキーは、名前の付いた短いテキストです。ウェブサイトはお使いのブラウザーに保存を求め、ブラウザーは、\
             期限が切れるか削除されるまで、そのサイトのページを開くたびにクッキーを提示します。",
            "ウェブサイトは、ログイン状態の維持、買い物かごの中身の記憶、統計や広告のための再訪の識別など、さまざ\
             まな目的でクッキーを利用します。",
        ],
        storage: "ウェブサイトは、ローカルストレージなど、ブラウザー内の別の場所にデータを保存したり、ブラウザーが\
                  読み込む画像によって訪問を把握したりすることもあります。このページで「クッキー」という場合は、こ\
                  れらの方法も含みます。",
        kinds: "クッキーは、目的と保存する主体によって次のように分かれます。",
        kind: &[
            (
                "必須クッキー",
                "は、ページや訪問をまたいでサイトが動作するために必要な情報（ログインしていること、買い物かごの中\
                 身、表示言語など）を保持します。原則として、サイトは同意を求めずに保存できます。",
            ),
            (
                "統計クッキー",
                "は、サイトがどのように利用されているかを示します。原則として同意が必要ですが、数値から個人を特定\
                 できない場合は例外となることがあります。",
            ),
            (
                "ファーストパーティークッキー",
                "は、閲覧中のサイトが保存します。必須のもののほか、個人データの収集、訪問者の行動の追跡、広告に使\
                 われるものもあります。",
            ),
            (
                "サードパーティークッキー",
                "は、サイトの閲覧中に、広告会社などの第三者によって、または第三者のために保存されます。どのページ\
                 を開いたかなど、閲覧者に関する情報がその第三者に伝わることがあります。",
            ),
        ],
    },
    used: Used {
        heading_on: ["", "で使用するクッキー"],
        heading: "このサイトで使用するクッキー",
        nothing: "このサイトについて宣言されたクッキーはありません。",
        hole: [
            "名前の中の",
            "のような山括弧の部分は、変化する文字列を表します。",
        ],
        exempt: "同意を求めずに使用します。",
        opt_in: "同意をいただいた場合に限り使用します。",
        opt_out: "拒否されない限り使用します。",
        object: ["", "クッキーの設定", "でいつでも拒否できます。"],
        object_no_link: "ご連絡により、いつでも拒否できます。",
        gpc: "ブラウザーが Global Privacy Control 信号を送信している場合は、拒否とみなします。",
        empty: "現在、この分類で使用しているものはありません。",
        caption: ["詳細：", ""],
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
        other: "このサイトの基盤技術",
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
        object_no_link: "拒否されない限り使用するものについては、ご連絡により、いつでも拒否できます。",
        browser: "ブラウザーの設定でクッキーを削除またはブロックすることもできます。サイトに必要なクッキーをブロッ\
                  クすると、一部が動作しなくなることがあります。",
    },
    ask: Ask {
        heading: "このサイトのクッキー",
        question: [
            "このサイトの動作に必要なものを保存します。同意をいただいた場合は、次のものも使用します：",
            "。この選択はいつでも変更できます。",
        ],
        unobjected: ["異議がない限り、次のものも使用します：", "。"],
        separator: "、",
        policy: "クッキーポリシーを読む",
        accept: "すべて同意する",
        refuse: "すべて拒否する",
        choose: "選択する",
        save: "選択内容を保存する",
        settings: "クッキーの設定",
        explanation: "お使いの端末に保存してよいものを選択してください。いつでもこのページに戻って変更できます。",
        allow: "許可する：",
        present: "現在の選択内容",
        decided: ["", "に選択されました。"],
        saved: "選択内容を保存しました。",
        failed: "選択内容を保存できませんでした。もう一度お試しください。",
        changed: [
            "前回の選択以降、次の分類で使用するものを変更しました：",
            "。",
        ],
        expired: "前回の選択から時間がたっているため、改めて選択してください。",
        back: "戻る",
        states: States {
            always: "常に使用：サイトに必要です。",
            agreed: "使用中：同意済みです。",
            refused: "不使用：拒否されています。",
            undecided: "不使用：まだ選択されていません。",
            unobjected: "使用中：拒否されていません。",
            signal: "不使用：ブラウザーが Global Privacy Control 信号を送信しています。",
        },
    },
    providers: Providers {
        heading: "提供者",
        introduction: "このページのクッキーの提供者は次のとおりです。",
        separator: "；",
        third_party: "保存内容を読み取れる第三者",
        country: "国：",
        domain: "ドメイン：",
        privacy: "プライバシーポリシー：",
        opt_out: "オプトアウト：",
        contact: "連絡先：",
        address: "住所：",
        transfer: "データの移転：",
    },
    controller: Controller {
        heading: "管理者",
        officer: "データ保護責任者：",
        authority: "監督機関：",
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
};
