//! The data sets that the portal publishes.

/// A data set, with its texts in each language of the portal.
pub(crate) struct DataSet {
    pub(crate) id: &'static str,
    pub(crate) title: [&'static str; 3],
    pub(crate) about: [&'static str; 3],
    pub(crate) rows: &'static [([&'static str; 3], &'static str)],
}

/// All data sets.
pub(crate) const DATA_SETS: &[DataSet] = &[
    DataSet {
        id: "bus-stops",
        title: ["Bus stops", "Arrêts de bus", "مواقف الحافلات"],
        about: [
            "Where buses stop, and how many lines stop there.",
            "Où les bus s’arrêtent, et combien de lignes s’y arrêtent.",
            "أين تقف الحافلات، وكم خطًا يقف هناك.",
        ],
        rows: &[
            (["Harbour", "Port", "الميناء"], "4"),
            (["Market", "Marché", "السوق"], "7"),
            (["Museum", "Musée", "المتحف"], "2"),
        ],
    },
    DataSet {
        id: "trees",
        title: ["Street trees", "Arbres des rues", "أشجار الشوارع"],
        about: [
            "Trees along the streets, counted every spring.",
            "Les arbres le long des rues, comptés chaque printemps.",
            "الأشجار على طول الشوارع، تُعدّ كل ربيع.",
        ],
        rows: &[
            (["Date palm", "Palmier-dattier", "نخيل التمر"], "1204"),
            (["Ghaf", "Ghaf", "الغاف"], "386"),
            (["Neem", "Margousier", "النيم"], "911"),
        ],
    },
    DataSet {
        id: "air",
        title: ["Air quality", "Qualité de l’air", "جودة الهواء"],
        about: [
            "Fine dust in micrograms in a cubic metre, daily mean.",
            "Particules fines en microgrammes par mètre cube, moyenne journalière.",
            "الغبار الدقيق بالميكروغرام في المتر المكعب، المتوسط اليومي.",
        ],
        rows: &[
            (["North", "Nord", "الشمال"], "18"),
            (["Centre", "Centre", "الوسط"], "27"),
            (["South", "Sud", "الجنوب"], "21"),
        ],
    },
];

/// The data set with this id.
pub(crate) fn data_set(id: &str) -> Option<&'static DataSet> {
    DATA_SETS.iter().find(|set| set.id == id)
}
