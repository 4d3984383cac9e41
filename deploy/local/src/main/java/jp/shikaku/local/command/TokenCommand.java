package jp.shikaku.local.command;

import java.time.Duration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.problem.LocalException;

@Command(
        name = "token",
        description = {
            "Print a bearer token of this machine's identity, and nothing else:",
            "  curl -H \"Authorization: Bearer $$(deploy/shikaku token institution 0110113719)\" ..."
        })
final class TokenCommand implements Runnable {

    @ParentCommand
    private Shikaku shikaku;

    @Parameters(
            index = "0",
            paramLabel = "ROLE",
            description = "employer, insurer, institution, hotline, operator or service.")
    private Role role;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "Corporate number, insurer number, institution code, or the name of any other role.")
    private String id;

    @Option(names = "--valid", defaultValue = "PT12H", description = "ISO 8601 duration (default: ${DEFAULT-VALUE}).")
    private Duration validFor;

    @Override
    public void run() {
        try {
            shikaku.out().println(shikaku.stack().identity().token(role, id, validFor));
        } catch (InvalidValueException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new LocalException(e.getMessage(), "Give an id of that form.", e);
        }
    }
}
