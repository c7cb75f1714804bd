// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/resilience/answercache.h>

#include <QTest>

#include <tests/support/fakeclock.h>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using services::contract::Reply;
using services::contract::Request;

namespace {

Request get(const QString &operation = u"GET /products/{id}"_s)
{
    Request request;
    request.endpoint = {{u"catalogue"_s}, operation};
    request.path = {{u"id"_s, u"7"_s}};
    request.query = {{u"page"_s, u"2"_s}};
    request.context.session = "anna";
    return request;
}

Reply reply(const QByteArray &body)
{
    Reply made;
    made.body = body;
    return made;
}

} // namespace

class TestAnswerCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuestionIsEverythingThatShapesItsAnswer()
    {
        const auto question = AnswerCache::questionOf(get());
        QVERIFY(question);
        QCOMPARE(AnswerCache::questionOf(get()), question);
        Request other = get();
        other.path[u"id"_s] = u"8"_s;
        QVERIFY(AnswerCache::questionOf(other) != question);
        other = get();
        other.query[u"page"_s] = u"3"_s;
        QVERIFY(AnswerCache::questionOf(other) != question);
        other = get();
        other.query.clear();
        other.path[u"page"_s] = u"2"_s; // what is in the path is not in the query
        QVERIFY(AnswerCache::questionOf(other) != question);
        other = get();
        other.endpoint.capability = {u"search"_s};
        QVERIFY(AnswerCache::questionOf(other) != question);
        other = get();
        other.context.session = "berta"; // nobody sees what another one was told
        QVERIFY(AnswerCache::questionOf(other) != question);
    }

    void onlyHarmlessQuestionsHaveStandIns()
    {
        QVERIFY(!AnswerCache::questionOf(get(u"POST /orders"_s)));
        QVERIFY(!AnswerCache::questionOf(get(u"PUT /cart/items/{product}"_s)));
        QVERIFY(!AnswerCache::questionOf(get(u"GETALL /cart"_s)));
        Request partOfAnOrder = get(u"GET /cart"_s);
        partOfAnOrder.context.idempotencyKey = "k-1";
        QVERIFY(!AnswerCache::questionOf(partOfAnOrder));
    }

    void remembersTheLastGoodAnswerUntilItIsTooOld()
    {
        tests::support::FakeClock clock;
        AnswerCache cache;
        QVERIFY(!cache.find("q", 60s, clock.now()));
        cache.keep("q", reply("first"), clock.now());
        clock.advance(30s);
        cache.keep("q", reply("second"), clock.now());
        const auto written = clock.now();
        clock.advance(60s);
        QCOMPARE(cache.find("q", 60s, clock.now())->reply.body, QByteArray("second"));
        QCOMPARE(cache.find("q", 60s, clock.now())->at, written);
        QVERIFY(!cache.find("other", 60s, clock.now()));
        clock.advance(1ns);
        QVERIFY(!cache.find("q", 60s, clock.now()));
        QVERIFY(cache.find("q", 90s, clock.now()));
    }

    void keepsOnlyWholeAndGenuineAnswers()
    {
        const tests::support::FakeClock clock;
        AnswerCache cache;
        cache.keep("q", reply("good"), clock.now());
        Reply degraded = reply("best sellers");
        degraded.degraded = u"best sellers"_s;
        cache.keep("q", degraded, clock.now());
        cache.keep("empty", Reply::noContent(), clock.now());
        QCOMPARE(cache.find("q", 60s, clock.now())->reply.body, QByteArray("good"));
        QVERIFY(!cache.find("empty", 60s, clock.now()));
    }

    void isBoundedAndForgetsTheOldestFirst()
    {
        const tests::support::FakeClock clock;
        AnswerCache cache({10'000, 4'000});
        const QByteArray body(2'900, 'x');
        for (const auto *const name : {"a", "b", "c"})
            cache.keep(name, reply(body), clock.now());
        cache.keep("a", reply(body), clock.now()); // heard again
        cache.keep("d", reply(body), clock.now());
        QVERIFY(cache.bytes() <= 10'000);
        QVERIFY(!cache.find("b", 60s, clock.now()));
        for (const auto *const name : {"a", "c", "d"})
            QVERIFY2(cache.find(name, 60s, clock.now()), name);
    }

    void aLargeAnswerIsNotKeptNorWhatItReplaces()
    {
        const tests::support::FakeClock clock;
        AnswerCache cache({10'000, 4'000});
        cache.keep("a", reply("small"), clock.now());
        cache.keep("a", reply(QByteArray(5'000, 'x')), clock.now());
        QVERIFY(!cache.find("a", 60s, clock.now()));
        QCOMPARE(cache.bytes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAnswerCache)
#include "tst_answercache.moc"
