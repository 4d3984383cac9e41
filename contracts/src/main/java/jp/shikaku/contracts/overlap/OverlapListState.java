package jp.shikaku.contracts.overlap;

/** How far a list of overlaps has come. Only one that is done counts. */
public enum OverlapListState {
    RUNNING,
    DONE
}
