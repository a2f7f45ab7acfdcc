package guanjia.infra;

import java.nio.file.Path;

/** Another process runs its stores on this directory. The message is one sentence for the person who started this process. */
public final class DataDirectoryInUse extends RuntimeException {
    DataDirectoryInUse(Path directory, String owner) {
        super("The data directory " + directory + " is in use by another process" + owner
                + ": stop that one, or give this one a directory of its own.");
    }
}
