// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import box.support.Vault;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A value of a class that this package cannot name, kept over awaits. */
final class HiddenTypes {
    private HiddenTypes() {}

    @Async
    static Future<String> box() {
        var hidden = Vault.open(await(Leaf.of("gold")));
        await(Leaf.nothing());
        var all = Vault.all(hidden, 2);
        await(Leaf.of(Vault.count(all)));
        var other = await(Leaf.of(1)) > 1 ? null : Vault.open("silver");
        for (int i = 0; i < 2; i++) {
            var inner = Vault.open("x" + i);
            await(Leaf.nothing());
            log(Vault.read(inner));
        }
        var key = Vault.key(await(Leaf.of("key")));
        await(Leaf.nothing());
        log(Vault.turn(key));
        String r = Vault.read(hidden) + Vault.read(other) + Vault.count(all);
        return Future.ready(r.equals("goldsilver2") ? "OK" : r);
    }
}
