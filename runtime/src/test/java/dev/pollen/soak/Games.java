// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import java.util.List;
import java.util.function.Function;

/** All kinds of games, and which faults their checks have to find. */
enum Games {
    CHANNEL(fault -> new ChannelGame(ChannelGame.Form.OBJECTS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    PRIORITY_CHANNEL(
            fault -> new ChannelGame(ChannelGame.Form.RANKS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    INT_CHANNEL(fault -> new ChannelGame(ChannelGame.Form.INTS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    LONG_CHANNEL(fault -> new ChannelGame(ChannelGame.Form.LONGS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    ZERO_COPY_CHANNEL(BufferGame::new, Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    PIPE(PipeGame::new, Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    PUB_SUB_CHANNEL(fault -> new TopicGame(TopicGame.Form.WAITING, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    PUSHING_OUT(fault -> new TopicGame(TopicGame.Form.PUSHING_OUT, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    BROADCAST(fault -> new TopicGame(TopicGame.Form.BROADCAST, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    WATCH(fault -> new WatchGame(WatchGame.Form.OBJECTS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    INT_WATCH(fault -> new WatchGame(WatchGame.Form.INTS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    LONG_WATCH(fault -> new WatchGame(WatchGame.Form.LONGS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    SIGNAL(fault -> new SignalGame(SignalGame.Form.OBJECTS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    INT_SIGNAL(fault -> new SignalGame(SignalGame.Form.INTS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    LONG_SIGNAL(fault -> new SignalGame(SignalGame.Form.LONGS, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    MUTEX(fault -> new HoldGame(HoldGame.Form.MUTEX, fault), Fault.DOUBLED, Fault.REORDERED),
    RW_LOCK(fault -> new HoldGame(HoldGame.Form.RW_LOCK, fault), Fault.DOUBLED, Fault.REORDERED),
    SEMAPHORE(fault -> new HoldGame(HoldGame.Form.SEMAPHORE, fault), Fault.LOST, Fault.DOUBLED, Fault.REORDERED),
    NOTIFICATION(fault -> new HoldGame(HoldGame.Form.NOTIFICATION, fault), Fault.DOUBLED, Fault.REORDERED),
    BARRIER(BarrierGame::new, Fault.DOUBLED),
    ONE_SHOT(fault -> new OnceGame(OnceGame.Form.ONE_SHOT, fault), Fault.LOST, Fault.DOUBLED),
    ONCE_LOCK(fault -> new OnceGame(OnceGame.Form.ONCE_LOCK, fault), Fault.DOUBLED),
    LAZY_LOCK(fault -> new OnceGame(OnceGame.Form.LAZY_LOCK, fault), Fault.DOUBLED),
    CANCELLATION_TOKEN(fault -> new OnceGame(OnceGame.Form.TOKEN, fault), Fault.LOST),
    RPC_SERVICE(RpcGame::new, Fault.LOST, Fault.DOUBLED),
    VALUE_PROVIDER(fault -> new ProviderGame(ProviderGame.Form.ONE, fault), Fault.DOUBLED, Fault.REORDERED),
    BROADCAST_VALUE_PROVIDER(fault -> new ProviderGame(ProviderGame.Form.ALL, fault), Fault.DOUBLED, Fault.REORDERED),
    VALUE_LIST_PROVIDER(fault -> new ProviderGame(ProviderGame.Form.FIRST, fault), Fault.DOUBLED),
    MATCHING_VALUE_LIST(fault -> new ProviderGame(ProviderGame.Form.MATCHING, fault), Fault.DOUBLED, Fault.REORDERED),
    BY_HAND(HandGame::new, Fault.LOST, Fault.DOUBLED);

    private final Function<Fault, Game> maker;
    private final List<Fault> faults;

    Games(Function<Fault, Game> maker, Fault... faults) {
        this.maker = maker;
        this.faults = List.of(faults);
    }

    Game make(Fault fault) {
        return maker.apply(fault);
    }

    List<Fault> faults() {
        return faults;
    }
}
