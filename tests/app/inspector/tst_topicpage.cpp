// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/topicpage.h>

#include <QLabel>
#include <QTest>

#include <tests/support/shop.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using app::inspector::TopicPage;

class TestTopicPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysForWhomMessagesWait_data()
    {
        QTest::addColumn<bool>("hasConsumers");
        QTest::addColumn<int>("unmeasured"); // labels
        QTest::addColumn<int>("nobody");
        QTest::newRow("subscribers") << true << 1 << 0;
        QTest::newRow("no subscribers: there is nothing to be measured") << false << 0 << 2;
    }
    void saysForWhomMessagesWait()
    {
        QFETCH(bool, hasConsumers);
        QFETCH(int, unmeasured);
        QFETCH(int, nobody);
        auto shop = m_shop.system;
        if (!hasConsumers) {
            for (auto &capability : shop.capabilities)
                capability.consumes.clear();
        }
        TopicPage page(shop, m_shop.shapes());
        page.select(1, {u"order.placed"_s});
        QCOMPARE(count(page, u"Not measured yet."_s), unmeasured);
        QCOMPARE(count(page, u"Nobody."_s), nobody); // subscribes, and is waited for
        page.show({});
        QCOMPARE(count(page, u"Not measured yet."_s), unmeasured);
        QCOMPARE(count(page, u"Nobody."_s), nobody);
    }

private:
    static int count(const TopicPage &page, const QString &words)
    {
        const auto labels = page.findChildren<QLabel *>();
        return static_cast<int>(std::ranges::count(labels, words, &QLabel::text));
    }

    const tests::support::Shop m_shop;
};

QTEST_MAIN(TestTopicPage)
#include "tst_topicpage.moc"
