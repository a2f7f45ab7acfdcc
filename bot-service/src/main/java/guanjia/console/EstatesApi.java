package guanjia.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/estates}: name, hours and numbers of estates. */
@RestController
@OnConsoleRole
@RequestMapping("/api/v1/estates")
@Tag(name = "Estates")
class EstatesApi {
    private final EstateSetup setup;

    EstatesApi(EstateSetup setup) {
        this.setup = setup;
    }

    @GetMapping
    @Operation(summary = "The estates you may act in")
    List<EstateShown> list(Authentication who) {
        return setup.all(Staff.of(who)).stream().map(EstateShown::of).toList();
    }

    @GetMapping("/{estate}")
    @Operation(summary = "One estate")
    EstateShown show(@PathVariable String estate, Authentication who) {
        return EstateShown.of(setup.find(Staff.of(who), estate));
    }

    @PutMapping("/{estate}")
    @Operation(
            summary = "Make an estate or change it",
            description =
                    "Can be repeated: the same again changes nothing. A missing field keeps its value, or gets its "
                            + "default in a new estate. Making one takes an admin, changing one its manager.")
    @ApiResponse(responseCode = "200", description = "Changed, or already so", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    ResponseEntity<EstateShown> put(@PathVariable String estate, @RequestBody EstateBody body, Authentication who) {
        EstateSetup.Saved saved = setup.save(Staff.of(who), estate, body);
        return Made.answer(saved.created(), EstateShown.of(saved.estate()));
    }
}
