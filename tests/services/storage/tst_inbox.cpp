// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/inbox.h>

#include <QTest>

#include <tests/support/temporarydatabase.h>

using namespace services::storage;
using namespace Qt::StringLiterals;
using tests::support::TemporaryDatabase;

class TestInbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recognisesARepeatOfTheSameConsumer()
    {
        TemporaryDatabase store;
        Inbox inbox(store.database());
        QCOMPARE(inbox.remember("e-1", u"cart"_s).value(), true);
        QCOMPARE(inbox.remember("e-1", u"cart"_s).value(), false);
        QCOMPARE(inbox.remember("e-1", u"shipping"_s).value(), true);
        QCOMPARE(inbox.remember("e-2", u"cart"_s).value(), true);
        store.reopen();
        QCOMPARE(Inbox(store.database()).remember("e-1", u"cart"_s).value(), false);
    }

    void forgetsWhenTheEffectWasUndone()
    {
        TemporaryDatabase store;
        Inbox inbox(store.database());
        const auto undone = store.database().transaction([&]() -> Result<void> {
            if (!inbox.remember("e-1", u"cart"_s).value_or(false))
                return failure(Kind::Internal, u"not new"_s);
            return failure(Kind::Unavailable, u"the effect failed"_s);
        });
        QVERIFY(!undone);
        QCOMPARE(undone.error().kind, Kind::Unavailable);
        QCOMPARE(inbox.remember("e-1", u"cart"_s).value(), true);
    }

    void staysBoundedAndKeepsTheNewest()
    {
        constexpr int capacity = 500;
        TemporaryDatabase store;
        Inbox inbox(store.database(), capacity);
        const auto id = [](int i) { return QByteArray::number(i); };
        QVERIFY(store.database().transaction([&]() -> Result<void> {
            for (int i = 0; i < 3'000; ++i) {
                if (!inbox.remember(id(i), u"cart"_s).value_or(false))
                    return failure(Kind::Internal, u"not new"_s);
            }
            return {};
        }));
        std::int64_t kept = 0;
        QVERIFY(store.database().query(u"SELECT count(*) FROM inbox"_s, {},
                                       [&kept](const Row &row) { kept = row.integer(0); }));
        QVERIFY2(kept >= capacity && kept < 2 * capacity, qPrintable(QString::number(kept)));
        for (int i = 3'000 - capacity; i < 3'000; ++i)
            QCOMPARE(inbox.remember(id(i), u"cart"_s).value(), false);
    }
};

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
