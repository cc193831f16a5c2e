//! The data sets that the portal publishes.

/// A data set.
pub(crate) struct DataSet {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) about: &'static str,
    pub(crate) rows: &'static [(&'static str, &'static str)],
}

/// All of them.
pub(crate) const DATA_SETS: &[DataSet] = &[
    DataSet {
        id: "bus-stops",
        title: "Bus stops",
        about: "Where buses stop, and how many lines stop there.",
        rows: &[("Harbour", "4"), ("Market", "7"), ("Museum", "2")],
    },
    DataSet {
        id: "trees",
        title: "Street trees",
        about: "Trees along the streets, counted every spring.",
        rows: &[("Date palm", "1,204"), ("Ghaf", "386"), ("Neem", "911")],
    },
    DataSet {
        id: "air",
        title: "Air quality",
        about: "Fine dust in micrograms in a cubic metre, daily mean.",
        rows: &[("North", "18"), ("Centre", "27"), ("South", "21")],
    },
];

/// The data set with this id.
pub(crate) fn data_set(id: &str) -> Option<&'static DataSet> {
    DATA_SETS.iter().find(|set| set.id == id)
}
