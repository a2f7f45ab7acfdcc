package guanjia.console;

import guanjia.directory.Estate;
import guanjia.directory.ResidentsImport;
import guanjia.directory.ResidentsImport.Absent;
import guanjia.directory.ResidentsImport.Refused;
import guanjia.directory.ResidentsImport.Taken;
import guanjia.staff.Audit;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes the register of an estate from a file, on behalf of staff. */
@Component
@OnConsoleRole
class ResidentImports {
    private final ResidentsImport residents;
    private final Access access;
    private final Audit audit;

    ResidentImports(ResidentsImport residents, Access access, Audit audit) {
        this.residents = residents;
        this.access = access;
        this.audit = audit;
    }

    /** What the file would do; nothing is changed. */
    ResidentsImport.Outcome preview(StaffMember who, String estate, byte[] file, Absent absent) {
        return residents.preview(access.enter(who, Right.IMPORT_RESIDENTS, estate), file, absent);
    }

    /**
     * Takes the file.
     *
     * @param expected how many homes the sender saw that it ends; empty for "whatever it ends"
     */
    ResidentsImport.Outcome take(StaffMember who, String estate, byte[] file, Absent absent, OptionalInt expected) {
        Estate here = access.enter(who, Right.IMPORT_RESIDENTS, estate);
        if (expected.isPresent()
                && residents.preview(here, file, absent) instanceof Taken wouldBe
                && wouldBe.ended() != expected.getAsInt()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "count-differs",
                    "The file would end " + wouldBe.ended() + " homes, not " + expected.getAsInt()
                            + ": look at the preview again. Nothing was changed.");
        }
        ResidentsImport.Outcome outcome = residents.take(here, file, absent);
        switch (outcome) {
            case Taken taken -> note(who, here, taken);
            case Refused refused -> {
                // Nothing to note: nothing was changed.
            }
        }
        return outcome;
    }

    private void note(StaffMember who, Estate estate, Taken taken) {
        if (taken.added() + taken.changed() + taken.ended() > 0) {
            Map<String, String> counts = Map.of(
                    "added", String.valueOf(taken.added()),
                    "changed", String.valueOf(taken.changed()),
                    "ended", String.valueOf(taken.ended()),
                    "rejected", String.valueOf(taken.rejected().size()));
            String code = estate.code().value();
            audit.record(who, new Audit.Deed("residents.imported", Optional.of(estate.code()), code, Map.of(), counts));
        }
    }
}
