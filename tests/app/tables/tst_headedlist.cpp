// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tables/headedlist.h>

#include <QPainter>
#include <QScrollBar>
#include <QStringListModel>
#include <QTest>

using namespace Qt::StringLiterals;
using app::style::Role;
using app::style::Theme;

namespace {

constexpr int heightOfHead = 20;

// Its head is a line of the theme's accent across all of its place.
class LinedList : public app::tables::HeadedList
{
public:
    LinedList()
        : HeadedList(heightOfHead)
    {
    }

protected:
    void paintHead(QPainter &painter, const QRectF &place) const override
    {
        painter.fillRect(QRectF(place.left(), 4, place.width(), 6), theme().color(Role::Accent));
    }
};

} // namespace

class TestHeadedList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_rows.setStringList(QStringList(40, u"row"_s));
        m_list = std::make_unique<LinedList>();
        m_list->setModel(&m_rows);
        m_list->setTheme(Theme::dark());
        m_list->resize(300, 200);
        m_list->show();
    }

    void theHeadIsAsWideAsTheRowsAndAboveThem()
    {
        QCOMPARE(line(), QRect(rows().left(), rows().top() - heightOfHead + 4, rows().width(), 6));
        m_list->resize(500, 160);
        QCOMPARE(line(), QRect(rows().left(), rows().top() - heightOfHead + 4, rows().width(), 6));
    }

    void theHeadKeepsStill()
    {
        const QRect before = line();
        m_list->scrollToBottom();
        QVERIFY(m_list->verticalScrollBar()->value() > 0);
        QCOMPARE(line(), before);
    }

    void wearsTheTheme()
    {
        m_list->setTheme(Theme::light());
        QVERIFY(line().isEmpty()); // no longer dark
    }

private:
    QRect rows() const { return m_list->viewport()->geometry(); }
    // Where anything is in the dark theme's accent.
    QRect line()
    {
        const auto image = m_list->grab().toImage();
        const auto accent = Theme::dark().color(Role::Accent).rgb();
        QRect found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == accent)
                    found |= QRect(x, y, 1, 1);
            }
        }
        return found;
    }

    QStringListModel m_rows;
    std::unique_ptr<LinedList> m_list;
};

QTEST_MAIN(TestHeadedList)
#include "tst_headedlist.moc"
