package guanjia.knowledge;

/** The present snapshot of an estate. */
@FunctionalInterface
interface Snapshots {
    Snapshot of(String estate);
}
