// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QListView>

namespace app::tables {

// A list whose rows a delegate draws as a diagram, below a head that keeps still and says what stands where
// in it. Head and rows are equally wide. GUI thread.
class HeadedList : public QListView
{
    Q_OBJECT
public:
    explicit HeadedList(int heightOfHead, QWidget *parent = nullptr);
    void setTheme(const style::Theme &theme);

protected:
    // On the window's colour.
    virtual void paintHead(QPainter &painter, const QRectF &place) const = 0;
    void redrawHead() { m_head->update(); }
    const style::Theme &theme() const { return m_theme; }
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;

private:
    class Head;
    QWidget *m_head;
    int m_heightOfHead;
    style::Theme m_theme;
};

} // namespace app::tables
