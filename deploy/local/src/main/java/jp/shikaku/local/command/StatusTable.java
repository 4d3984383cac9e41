package jp.shikaku.local.command;

import jp.shikaku.local.console.Table;
import jp.shikaku.local.launch.Stack;
import jp.shikaku.local.launch.Stack.Status;

/** Every service with its state and addresses. */
record StatusTable(Stack stack) {

    @Override
    public String toString() {
        var table = new Table("service", "state", "address", "admin", "database");
        for (var status : stack.status()) {
            var service = status.service();
            table.row(
                    service.label(),
                    state(status),
                    stack.layout().address(service).toString(),
                    stack.layout().adminAddress(service).toString(),
                    "127.0.0.1:" + stack.layout().databasePort(service) + (status.databaseRuns() ? "" : " (stopped)"));
        }
        return table.toString();
    }

    private static String state(Status status) {
        return switch (status.health()) {
            case READY -> "ready";
            case NOT_READY -> "not ready";
            case STOPPED -> "stopped";
        };
    }
}
