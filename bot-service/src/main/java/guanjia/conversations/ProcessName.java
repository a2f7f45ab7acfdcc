package guanjia.conversations;

import java.util.UUID;

/**
 * What this process is called where it holds something that only one process may have.
 *
 * @param value no other running process has it
 */
public record ProcessName(String value) {
    /** @param alone the only process on its stores keeps its name, so that after a crash it isn't held up by what its predecessor held */
    static ProcessName of(boolean alone) {
        return new ProcessName(alone ? "alone" : UUID.randomUUID().toString());
    }
}
