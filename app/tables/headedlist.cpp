// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headedlist.h"

#include <QPainter>

namespace app::tables {

class HeadedList::Head : public QWidget
{
public:
    explicit Head(HeadedList &list)
        : QWidget(&list)
        , m_list(list)
    {
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), m_list.theme().color(style::Role::Window));
        m_list.paintHead(painter, rect());
    }

private:
    const HeadedList &m_list;
};

HeadedList::HeadedList(int heightOfHead, QWidget *parent)
    : QListView(parent)
    , m_head(new Head(*this))
    , m_heightOfHead(heightOfHead)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the diagram keeps still
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
}

void HeadedList::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_head->update();
    viewport()->update();
}

void HeadedList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    updateGeometries();
}

void HeadedList::updateGeometries()
{
    setViewportMargins(0, m_heightOfHead, 0, 0);
    QListView::updateGeometries();
    const QRect place = viewport()->geometry();
    m_head->setGeometry(place.left(), place.top() - m_heightOfHead, place.width(), m_heightOfHead);
}

} // namespace app::tables
